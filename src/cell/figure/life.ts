import { ARM_AT, AT, type Bearing, type Channel, IN_ARM } from './channels.ts'
import { ease, wander } from './noise.ts'

/** What a body does when nothing happens: breathes, shifts its weight, fidgets, trembles, rocks. */

/** Breaths a minute at rest and utterly tense. */
const BREATHS = { calm: 12, tense: 24, asleep: 10 } as const

export const breathsPerMs = (arousal: number, asleep: boolean): number =>
  (asleep ? BREATHS.asleep : BREATHS.calm + (BREATHS.tense - BREATHS.calm) * arousal) / 60_000

/**
 * Adds life to a bearing in place. Allocates nothing.
 *
 * @param breath how many breaths were taken since the beginning
 */
export function live(bearing: Bearing, timeMs: number, breath: number, seed: number): void {
  const amount = (channel: Channel) => bearing[AT[channel]] as number
  const add = (channel: Channel, by: number) => {
    const at = AT[channel]
    bearing[at] = (bearing[at] as number) + by
  }
  const seconds = timeMs / 1000
  // in a little quicker than out
  const wave = Math.sin(2 * Math.PI * breath + 0.35 * Math.sin(2 * Math.PI * breath))
  const depth = amount('breath') * (0.8 + 0.5 * amount('arousal'))
  add('flexHigh', -0.02 * depth * wave)
  add('raiseL', 0.022 * depth * wave)
  add('raiseR', 0.022 * depth * wave)
  add('headPitch', 0.006 * depth * wave)

  const upright = (1 - amount('lie')) * ease(-0.32, -0.1, amount('hipsFwd'))
  const sway = amount('sway')
  const slow = wander(seconds / 6.5, seed)
  add('hipsLeft', sway * upright * (0.022 * slow + 0.006 * wander(seconds / 1.9, seed + 1)))
  add('pelvisRoll', sway * upright * 0.03 * slow)
  add('spineSide', -sway * 0.03 * slow * (1 - amount('lie')))
  add('hipsFwd', sway * upright * 0.008 * wander(seconds / 2.7, seed + 2))
  add('headRoll', sway * 0.03 * wander(seconds / 3.4, seed + 3))

  const fidget = amount('fidget')
  const tremor = amount('tremor')
  for (let n = 0; n < 2; n++) {
    const first = n === 0 ? ARM_AT.l : ARM_AT.r
    const own = seed + 11 + n * 10
    const nudge = (channel: keyof typeof IN_ARM, by: number) => {
      const at = first + IN_ARM[channel]
      bearing[at] = (bearing[at] as number) + by
    }
    const shake = tremor * 0.0035 * wander(seconds / 0.07, own)
    nudge('up', fidget * 0.075 * wander(seconds / 0.62, own + 1) + shake)
    nudge('out', fidget * 0.05 * wander(seconds / 0.71, own + 2))
    nudge('fwd', fidget * 0.06 * wander(seconds / 0.66, own + 3) + shake)
    nudge('supine', fidget * 0.4 * wander(seconds / 0.7, own + 4))
    nudge('flex', fidget * 0.2 * wander(seconds / 0.5, own + 5) + 0.04 * wander(seconds / 3, own + 6))
    nudge('curl', 0.06 * wander(seconds / 2.4, own + 7) + fidget * 0.12 * wander(seconds / 0.6, own + 8))
  }
  add('headYaw', fidget * 0.08 * wander(seconds / 0.9, seed + 5))
  add('spineTwist', fidget * 0.06 * wander(seconds / 1.1, seed + 6))
  const rock = amount('rock') * Math.sin((2 * Math.PI * seconds) / 2.8)
  add('flexLow', 0.07 * rock)
  add('pelvisPitch', 0.05 * rock * upright)
}

/** How far a heel is up that cannot keep still, 0…1. */
export const heelAt = (jiggle: number, timeMs: number): number =>
  jiggle * (0.5 - 0.5 * Math.cos((2 * Math.PI * timeMs) / 230)) * ease(-0.3, 0.4, wander(timeMs / 1700, 77))
