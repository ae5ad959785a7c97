import { useMemo } from 'react'
import { debriefOf } from '#core/scoring'
import type { Replay } from '#core/session'
import { useText } from '#ui'
import { Criteria } from './criteria.tsx'
import './debrief.css'
import { Scores } from './scores.tsx'

/** How an officer whom one has met is judged by the criteria of the scenario; stands in a page of its session. */
export function OfficerReport({ replay }: { readonly replay: Replay }) {
  const text = useText()
  const debrief = useMemo(() => debriefOf(replay), [replay])
  return (
    <section aria-label={text('debrief.officer')}>
      <h2>{text('debrief.officer')}</h2>
      <Scores debrief={debrief} />
      <Criteria debrief={debrief} />
    </section>
  )
}
