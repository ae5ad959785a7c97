import type { Pictogram } from '#core/scenario'
import { useText } from '#ui'

/** Pictures in a row, as they are printed on a card; each has its name for who does not see it. */
export function Pictograms({ pictures }: { readonly pictures: readonly Pictogram[] }) {
  const text = useText()
  return (
    <span className="pictograms">
      {pictures.map((picture) => (
        <img
          key={picture}
          src={`${import.meta.env.BASE_URL}pictograms/${picture}.svg`}
          alt={text(`pictograms.${picture}`)}
          width={64}
          height={64}
        />
      ))}
    </span>
  )
}
