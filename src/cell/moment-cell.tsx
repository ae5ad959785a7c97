import type { PoseSample } from '#core/session'
import { usePlayer, useScenario } from '#player'
import { useText } from '#ui'
import { gazeOfMoment } from './moment-gaze.ts'
import { PastCell, type PastCellProps } from './past-cell.tsx'

type Props = PastCellProps & {
  /** the recorded head, in order of time */ readonly poses: readonly PoseSample[]
}

/** A past moment through the officer's eyes. */
export function MomentCell({ poses, ...view }: Props) {
  const text = useText()
  const { place } = useScenario()
  const snapshot = usePlayer((player) => player.snapshot)
  const gaze = gazeOfMoment(place, snapshot, poses)
  return <PastCell {...view} place={place} snapshot={snapshot} gaze={gaze} label={text('debrief.cell-label')} />
}
