import { useMemo, useState } from 'react'
import type { Discipline } from '#core/scenario'
import type { Debrief } from '#core/scoring'
import { Button, DisciplineMark, useText } from '#ui'
import { CriterionItem } from './criterion-item.tsx'
import { groupCriteria } from './groups.ts'

type Props = {
  readonly debrief: Debrief
  /** shows a moment, where moments can be shown */ readonly onShow?: (atMs: number) => void
}

/** Why each point was lost, the heaviest first, of all subjects or of one. */
export function Criteria({ debrief, onShow }: Props) {
  const text = useText()
  const [only, setOnly] = useState<Discipline>()
  const groups = useMemo(() => groupCriteria(debrief, only), [debrief, only])
  return (
    <>
      <h2>{text('debrief.why')}</h2>
      <p className="small">{text('debrief.how')}</p>
      {debrief.disciplines.length > 1 && (
        <div className="row" role="group" aria-label={text('debrief.subjects')}>
          <Button aria-pressed={!only} onPress={() => setOnly(undefined)}>
            {text('debrief.all-subjects')}
          </Button>
          {debrief.disciplines.map(({ discipline }) => (
            <Button key={discipline} aria-pressed={only === discipline} onPress={() => setOnly(discipline)}>
              <DisciplineMark discipline={discipline} />
            </Button>
          ))}
        </div>
      )}
      {groups.every((group) => group.folded) && <p>{text('debrief.all-met')}</p>}
      {groups.map((group) => {
        const list = (
          <ul className="debrief-list">
            {group.criteria.map((criterion) => (
              <CriterionItem key={criterion.id} criterion={criterion} {...(onShow && { onShow })} />
            ))}
          </ul>
        )
        const title = `${text(`debrief.group-${group.id}`)} (${group.criteria.length})`
        return group.folded ? (
          <details key={group.id}>
            <summary>{title}</summary>
            {list}
          </details>
        ) : (
          <section key={group.id}>
            <h3>{title}</h3>
            {list}
          </section>
        )
      })}
    </>
  )
}
