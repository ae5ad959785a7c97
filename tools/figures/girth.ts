import type { Part } from './part.ts'

type Triple = readonly [number, number, number]
/** How thick a person is in his clothes, metres; the acting keeps hands and seats outside it. */
export type Girth = {
  readonly belly: number
  readonly chest: number
  readonly hip: number
  readonly thigh: number
  readonly back: number
}

/** Measures a suit between the landmarks of its skeleton. */
export function measureGirth({ positions }: Part, headOf: (name: string) => Triple): Girth {
  const [, hipY, hipZ] = headOf('upperleg01_L')
  const [kneeY, shoulderY] = [headOf('lowerleg01_L')[1], headOf('upperarm01_L')[1]]
  const within = (from: number, to: number, widest: number): readonly Triple[] => {
    const found: Triple[] = []
    for (let i = 0; i < positions.length; i += 3) {
      const [x = 0, y = 0, z = 0] = positions.subarray(i, i + 3)
      if (y >= from && y <= to && Math.abs(x) <= widest) found.push([x, y, z])
    }
    return found
  }
  const front = (points: readonly Triple[]) => Math.max(0, ...points.map(([, , z]) => z - hipZ))
  const behind = (points: readonly Triple[]) => Math.max(0, ...points.map(([, , z]) => hipZ - z))
  const thighY = hipY + (kneeY - hipY) * 0.45
  const thigh = within(thighY - 0.04, thighY + 0.04, 0.3)
  const rounded = (metres: number) => Math.round(metres * 1000) / 1000
  return {
    belly: rounded(front(within(hipY + 0.04, hipY + 0.26, 0.09))),
    chest: rounded(front(within(shoulderY - 0.22, shoulderY - 0.05, 0.1))),
    hip: rounded(Math.max(...within(hipY - 0.12, hipY + 0.02, 0.4).map(([x]) => Math.abs(x)))),
    thigh: rounded((front(thigh) + behind(thigh)) / 2),
    back: rounded(behind(within(hipY - 0.1, shoulderY - 0.1, 0.12))),
  }
}

/** The top of the head as an ellipsoid, metres from the head's joint. */
export type Skull = { readonly centre: Triple; readonly radius: Triple }

/** Measures a skull from the skin above the eyes. */
export function measureSkull(skin: readonly Triple[], headOf: (name: string) => Triple): Skull {
  const [jointX, jointY, jointZ] = headOf('head')
  const brow = headOf('eye_L')[1] + 0.02
  // ears reach higher than the eyes, and stand off
  const above = skin.filter(([, y]) => y > brow)
  const high = skin.filter(([, y]) => y > brow + 0.025)
  const [front, back] = [Math.max(...above.map(([, , z]) => z)), Math.min(...above.map(([, , z]) => z))]
  const rounded = (metres: number) => Math.round(metres * 1000) / 1000
  return {
    centre: [rounded(-jointX), rounded(brow - jointY), rounded((front + back) / 2 - jointZ)],
    radius: [
      rounded(Math.max(...high.map(([x]) => Math.abs(x)))),
      rounded(Math.max(...above.map(([, y]) => y)) - brow),
      rounded((front - back) / 2),
    ],
  }
}
