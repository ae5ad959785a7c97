import { places } from 'virtual:places'
import { FiguresPage } from '#cell'

const SHOWN = 'single-cell'

/** The people of the cell, in a plain room or in a shipped place. */
export function FiguresRoute() {
  const shown = places.find(({ place }) => place.id === SHOWN)
  if (!shown) throw new Error(`No place is called "${SHOWN}".`)
  return <FiguresPage place={shown.place} />
}
