import type { Discipline } from '#core/scenario'
import type { StackReport, Witness } from '#core/verifier'
import { Button, DisciplineMark, useFormat, useText } from '#ui'

type Bound = NonNullable<StackReport['bounds'][Discipline]>
type Props = {
  readonly discipline: Discipline
  readonly bound: Bound
  readonly onOpen: (witness: Witness) => void
}

/** The least and the most that can be earned in a discipline: a bar, the same in numbers, and both runs. */
export function BoundBar({ discipline, bound, onOpen }: Props) {
  const text = useText()
  const { percent } = useFormat()
  const { min, max, proved, isExact, minRun, maxRun } = bound
  const name = text(`disciplines.${discipline}`)
  const run = (witness: Witness | undefined, words: string) =>
    witness && (
      <Button onPress={() => onOpen(witness)} aria-label={`${name}: ${words}`}>
        {words}
      </Button>
    )
  return (
    <li>
      <DisciplineMark discipline={discipline} />
      <span className="check-scale" aria-hidden="true">
        {min !== null && max !== null && (
          <span style={{ left: `${min}%`, width: `${Math.max(1, max - min)}%`, background: `var(--${discipline})` }} />
        )}
      </span>
      <span>
        {min === null || max === null
          ? text('check.not-earned')
          : text('check.from-to', { min: percent(min), max: percent(max) })}
        {!isExact && (
          <small> {text('check.proved-between', { min: percent(proved[0]), max: percent(proved[1]) })}</small>
        )}
      </span>
      <span className="row">
        {run(minRun, text('check.worst'))}
        {run(maxRun, text('check.best'))}
      </span>
    </li>
  )
}
