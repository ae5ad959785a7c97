import { Quaternion, Vector3 } from 'three'

/** A joint of a figure at rest: bones rest unturned, aligned with the body (x to its left, y up, z forward). Metres. */
export type RestJoint = {
  readonly name: string
  readonly parent: number
  readonly head: readonly [x: number, y: number, z: number]
}

/** How thick a person is where hands and seats meet him, metres; measured when the figure was built. */
export type Girth = {
  /** front of the belly and of the chest before the hip joints' plane */ readonly belly: number
  readonly chest: number
  /** half the width at the hands' height */ readonly hip: number
  readonly thigh: number
  /** from the hip joints' plane to the back */ readonly back: number
}
export const AVERAGE_GIRTH: Girth = { belly: 0.156, chest: 0.158, hip: 0.189, thigh: 0.094, back: 0.116 }

/** An arm's rest directions: unit vectors and lengths in metres. */
export type ArmRest = {
  readonly upper: Vector3
  readonly lower: Vector3
  readonly normal: Vector3
  readonly upperM: number
  readonly lowerM: number
  /** along the hand, and out of its palm */ readonly hand: Vector3
  readonly palm: Vector3
  /** the axis about which fingers close */ readonly curl: Vector3
  /** how each joint of the thumb turns for each of `THUMB_STAGES`, against the joint before */
  readonly thumb: readonly (readonly Quaternion[])[]
}
export type LegRest = {
  readonly upper: Vector3
  readonly lower: Vector3
  readonly normal: Vector3
  readonly upperM: number
  readonly lowerM: number
  /** ankle above the sole */ readonly ankleM: number
}

/** A person's proportions: all that the acting needs to know of him. */
export type Build = {
  readonly joints: readonly RestJoint[]
  readonly index: Readonly<Record<string, number>>
  /** from the parent's head, three numbers a joint */ readonly offsets: Float32Array
  readonly girth: Girth
  /** between the hip joints */ readonly hips: Vector3
  readonly arm: { readonly l: ArmRest; readonly r: ArmRest }
  readonly leg: { readonly l: LegRest; readonly r: LegRest }
  /** arms against an average man's */ readonly armScale: number
  readonly eyeM: number
}

/**
 * Where the thumb's three bones point, open, at rest and over a fist: along the hand, out of its palm, towards the
 * index finger's side. The models' own thumb stands off as if it held a glass.
 */
const THUMB_STAGES = [
  [
    [0.62, 0.28, 0.73],
    [0.78, 0.22, 0.58],
    [0.84, 0.2, 0.5],
  ],
  [
    [0.8, 0.4, 0.45],
    [0.92, 0.3, 0.24],
    [0.95, 0.3, 0.08],
  ],
  [
    [0.62, 0.77, 0.14],
    [0.62, 0.6, -0.5],
    [0.16, 0.1, -0.98],
  ],
] as const

/** The turns of the thumb's joints for each stage; `bones` are its first two bones' directions at rest. */
function thumbStages(bones: readonly Vector3[], hand: Vector3, palm: Vector3): readonly (readonly Quaternion[])[] {
  const toIndex = new Vector3().crossVectors(palm, hand).normalize()
  const [first = hand, second = hand] = bones
  if (first.dot(toIndex) < 0) toIndex.negate()
  return THUMB_STAGES.map((stage) => {
    const turns = stage.map(([along, out, aside], i) => {
      const wanted = hand.clone().multiplyScalar(along).addScaledVector(palm, out).addScaledVector(toIndex, aside)
      return new Quaternion().setFromUnitVectors(i === 0 ? first : second, wanted.normalize())
    })
    return turns.map((turn, i) => (turns[i - 1] ?? new Quaternion()).clone().invert().multiply(turn))
  })
}

const AVERAGE_ARM_M = 0.505

/** Measures a skeleton. @throws {Error} a joint the acting needs is missing */
export function buildOf(joints: readonly RestJoint[], girth: Girth = AVERAGE_GIRTH): Build {
  const index = Object.fromEntries(joints.map(({ name }, i) => [name, i]))
  const head = (name: string): Vector3 => {
    const joint = joints[index[name] ?? -1]
    if (!joint) throw new Error(`The figure has no joint "${name}"; build it with tools/figures.`)
    return new Vector3(...joint.head)
  }
  const offsets = new Float32Array(joints.length * 3)
  joints.forEach(({ parent, head: at }, i) => {
    const from = joints[parent]?.head ?? [0, 0, 0]
    for (let k = 0; k < 3; k++) offsets[i * 3 + k] = (at[k] ?? 0) - (from[k] ?? 0)
  })
  const armOf = (side: 'L' | 'R'): ArmRest => {
    const [shoulder, elbow, wrist] = [head(`upperarm01_${side}`), head(`lowerarm01_${side}`), head(`wrist_${side}`)]
    const upper = elbow.clone().sub(shoulder)
    const lower = wrist.clone().sub(elbow)
    const hand = head(`finger3-1_${side}`).sub(wrist).normalize()
    const across = head(`finger5-1_${side}`).sub(head(`finger2-1_${side}`))
    const palm = hand
      .clone()
      .cross(across)
      .multiplyScalar(side === 'L' ? -1 : 1)
      .normalize()
    const bones = [1, 2].map((n) =>
      head(`finger1-${n + 1}_${side}`)
        .sub(head(`finger1-${n}_${side}`))
        .normalize(),
    )
    return {
      upper: upper.clone().normalize(),
      lower: lower.clone().normalize(),
      normal: upper.clone().cross(lower).normalize(),
      upperM: upper.length(),
      lowerM: lower.length(),
      hand,
      palm,
      curl: hand.clone().cross(palm).normalize(),
      thumb: thumbStages(bones, hand, palm),
    }
  }
  const legOf = (side: 'L' | 'R'): LegRest => {
    const [hip, knee, ankle] = [head(`upperleg01_${side}`), head(`lowerleg01_${side}`), head(`foot_${side}`)]
    const upper = knee.clone().sub(hip)
    const lower = ankle.clone().sub(knee)
    const along = ankle.clone().sub(hip).normalize()
    return {
      upper: upper.clone().normalize(),
      lower: lower.clone().normalize(),
      normal: new Vector3(1, 0, 0).addScaledVector(along, -along.x).normalize(),
      upperM: upper.length(),
      lowerM: lower.length(),
      ankleM: ankle.y,
    }
  }
  const arm = { l: armOf('L'), r: armOf('R') }
  return {
    joints,
    index,
    offsets,
    girth,
    hips: head('upperleg01_L').add(head('upperleg01_R')).multiplyScalar(0.5),
    arm,
    leg: { l: legOf('L'), r: legOf('R') },
    armScale: (arm.l.upperM + arm.l.lowerM) / AVERAGE_ARM_M,
    eyeM: head('eye_L').y,
  }
}
