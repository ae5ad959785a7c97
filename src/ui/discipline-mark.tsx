import type { Discipline } from '#core/scenario'
import { useText } from './text.ts'

/** Shape of each discipline; with its colour the same pair everywhere. */
const SHAPES: Readonly<Record<Discipline, string>> = {
  tactics: 'M2 2h12v12H2z',
  communication: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  'self-defence': 'M8 1.5l7 13H1z',
  law: 'M8 .5l7.5 7.5L8 15.5L.5 8z',
  language: 'M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z',
}

/** A discipline's shape and name; the name alone is read aloud. */
export function DisciplineMark({ discipline }: { readonly discipline: Discipline }) {
  const text = useText()
  return (
    <span className="mark">
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={SHAPES[discipline]} fill={`var(--${discipline})`} stroke="currentColor" strokeWidth="0.75" />
      </svg>
      <span>{text(`disciplines.${discipline}`)}</span>
    </span>
  )
}
