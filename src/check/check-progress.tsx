import { Button, useText } from '#ui'
import type { Progress } from './use-check.ts'

type Props = {
  readonly progress: Progress
  /** stacks that are reported on */ readonly stacks: number
  /** states that are visited at most of one world */ readonly budget: number
  readonly onCancel: () => void
}

/** How far a check is, how fast, and the way out of it. */
export function CheckProgress({ progress, stacks, budget, onCancel }: Props) {
  const text = useText()
  const { begun, layers, states, perSecond, isPlaying, seconds } = progress
  const all = Math.max(stacks, begun)
  const done = Math.max(0, begun - 1) + Math.min(1, states / budget)
  const names = layers.map((layer) => text(`disciplines.${layer}`)).join(', ') || text('check.no-layer')
  return (
    <section className="notice" aria-label={text('check.running')}>
      <p role="status">{begun === 0 ? text('check.reading') : text('check.at', { n: begun, all, layers: names })}</p>
      <progress value={done} max={all} aria-label={text('check.running')} />
      <p className="small">
        {[
          states > 0 && text('check.visited', { states }),
          perSecond > 0 && text('check.speed', { n: perSecond }),
          isPlaying && text('check.playing'),
          text('check.seconds', { n: Math.floor(seconds) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Button onPress={onCancel}>{text('check.cancel')}</Button>
    </section>
  )
}
