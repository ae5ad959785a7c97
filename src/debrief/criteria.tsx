import { useMemo } from 'react'
import type { Debrief } from '#core/scoring'
import { useText } from '#ui'
import { CriterionItem } from './criterion-item.tsx'
import { groupCriteria } from './groups.ts'

type Props = {
  readonly debrief: Debrief /** shows a moment, where moments can be shown */
  readonly onShow?: (atMs: number) => void
}

/** Every criterion with its reason, in the order a person should read them. */
export function Criteria({ debrief, onShow }: Props) {
  const text = useText()
  const groups = useMemo(() => groupCriteria(debrief), [debrief])
  return (
    <>
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
