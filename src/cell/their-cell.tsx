import { useMemo } from 'react'
import { sightOf } from '#core/perspective'
import { useScenario, useStillSnapshot } from '#player'
import { useText } from '#ui'
import { PastCell, type PastCellProps } from './past-cell.tsx'
import { gazeFrom, placeWithOfficer } from './their-eyes.ts'

/** A past moment through the eyes of the prisoner it is about; dark while he sleeps. */
export function TheirCell(view: PastCellProps) {
  const text = useText()
  const scenario = useScenario()
  const snapshot = useStillSnapshot()
  const { focus } = scenario.data
  const peopled = useMemo(() => placeWithOfficer(scenario.place, snapshot, focus), [scenario.place, snapshot, focus])
  const { isAsleep } = sightOf(scenario, snapshot)
  return (
    <>
      <PastCell
        {...view}
        place={scenario.place}
        peopled={peopled}
        snapshot={snapshot}
        gaze={gazeFrom(peopled, snapshot, focus)}
        label={text('other-side.cell-label')}
      />
      {isAsleep && <p className="cell-eyes-shut">{text('other-side.eyes-shut')}</p>}
    </>
  )
}
