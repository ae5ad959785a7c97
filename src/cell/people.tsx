import type { Place } from '#core/scenario'
import type { Snapshot } from '#core/session'
import { Figure } from './figure/figure.tsx'
import type { Quality } from './quality.ts'

type Props = {
  readonly place: Place
  readonly snapshot: Snapshot
  readonly seed: number
  readonly reducedMotion: boolean
  readonly quality: Quality
  readonly onSelect: (id: string) => void
}

/** Everyone who stands somewhere, as the snapshot has them. */
export function People({ place, snapshot, seed, reducedMotion, quality, onSelect }: Props) {
  const last = snapshot.utterances.at(-1)
  return Object.entries(snapshot.characters).flatMap(([role, character]) => {
    const position = place.positions.find((p) => p.id === character.position)
    if (!position || character.figure === 'none') return []
    const { behaviour, tension, trust, pose = 'stand', gesture } = character
    return (
      <Figure
        key={role}
        model={character.figure}
        state={{
          behaviour,
          tension,
          trust,
          pose,
          speaking: last?.by === role && snapshot.timeMs - last.atMs < 2500,
          ...(gesture && { gesture }),
        }}
        position={[position.at.x, 0, position.at.z]}
        turnRad={Math.PI - (position.turn * Math.PI) / 180}
        seed={seed}
        animate={!reducedMotion && quality !== 'low'}
        quality={quality}
        onSelect={() => onSelect(role)}
      />
    )
  })
}
