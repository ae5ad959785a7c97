import type { Behaviour } from '#core/scenario'
import { ease } from './noise.ts'

/** The moods a body has a bearing of its own for. Fear is no behaviour of the chart: it is read from the levels. */
export const MOODS = [
  'calm',
  'compliant',
  'wary',
  'agitated',
  'hostile',
  'assaultive',
  'withdrawn',
  'frightened',
] as const
export type Mood = (typeof MOODS)[number]
export type MoodShares = Readonly<Record<Mood, number>>

type Levels = { readonly behaviour: Behaviour; readonly tension: number; readonly trust: number }

/** Tension from which somebody who has shut down is no longer sad but afraid. */
const FEAR = { from: 4, full: 6.5 } as const
/** How much of the next behaviour shows before it is reached: a man on the edge looks it. */
const EDGE = { from: 5, to: 8, share: 0.35 } as const

/** How much of each mood shows; sums to one. */
export function moodShares({ behaviour, tension, trust }: Levels): MoodShares {
  const shares: Record<Mood, number> = Object.fromEntries(MOODS.map((mood) => [mood, 0])) as Record<Mood, number>
  if (behaviour === 'withdrawn') {
    shares.frightened = ease(FEAR.from, FEAR.full, tension)
    shares.withdrawn = 1 - shares.frightened
  } else if (behaviour === 'agitated') {
    shares.hostile = EDGE.share * ease(EDGE.from, EDGE.to, tension) * (1 - ease(2, 6, trust))
    shares.agitated = 1 - shares.hostile
  } else shares[behaviour] = 1
  return shares
}

/** 0…1: how fast he breathes, how much he holds himself tight. */
export const arousalOf = ({ tension }: Levels): number => Math.min(1, Math.max(0, tension / 10))
