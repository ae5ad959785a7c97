import { Quaternion, Vector3 } from 'three'
import type { Build } from './build.ts'

/** A skeleton being posed, in the figure's own frame: turns against the parent, and where that brings each joint. */
export type Bones = {
  readonly build: Build
  readonly local: readonly Quaternion[]
  readonly global: readonly Quaternion[]
  readonly position: readonly Vector3[]
  readonly of: Indices
}
type Limb = Readonly<Record<'clavicle' | 'shoulder' | 'arm1' | 'arm2' | 'fore1' | 'fore2' | 'wrist', number>>
type Leg = Readonly<Record<'pelvis' | 'thigh1' | 'thigh2' | 'shin1' | 'shin2' | 'foot', number>>
type Indices = {
  readonly root: number
  readonly spine: readonly number[]
  readonly neck: readonly number[]
  readonly head: number
  readonly eye: { readonly l: number; readonly r: number }
  readonly arm: { readonly l: Limb; readonly r: Limb }
  /** three joints a finger, thumb first */ readonly fingers: {
    readonly l: readonly number[]
    readonly r: readonly number[]
  }
  readonly leg: { readonly l: Leg; readonly r: Leg }
}

export function createBones(build: Build): Bones {
  const each = <T>(make: () => T) => build.joints.map(make)
  return {
    build,
    local: each(() => new Quaternion()),
    global: each(() => new Quaternion()),
    position: each(() => new Vector3()),
    of: indicesOf(build),
  }
}

function indicesOf({ index }: Build): Indices {
  const at = (name: string): number => {
    const found = index[name]
    if (found === undefined) throw new Error(`The figure has no joint "${name}"; build it with tools/figures.`)
    return found
  }
  const limb = (side: 'L' | 'R'): Limb => ({
    clavicle: at(`clavicle_${side}`),
    shoulder: at(`shoulder01_${side}`),
    arm1: at(`upperarm01_${side}`),
    arm2: at(`upperarm02_${side}`),
    fore1: at(`lowerarm01_${side}`),
    fore2: at(`lowerarm02_${side}`),
    wrist: at(`wrist_${side}`),
  })
  const leg = (side: 'L' | 'R'): Leg => ({
    pelvis: at(`pelvis_${side}`),
    thigh1: at(`upperleg01_${side}`),
    thigh2: at(`upperleg02_${side}`),
    shin1: at(`lowerleg01_${side}`),
    shin2: at(`lowerleg02_${side}`),
    foot: at(`foot_${side}`),
  })
  const fingers = (side: 'L' | 'R') =>
    [1, 2, 3, 4, 5].flatMap((finger) => [1, 2, 3].map((joint) => at(`finger${finger}-${joint}_${side}`)))
  return {
    root: at('root'),
    spine: ['spine05', 'spine04', 'spine03', 'spine02', 'spine01'].map(at),
    neck: ['neck01', 'neck02', 'neck03'].map(at),
    head: at('head'),
    eye: { l: at('eye_L'), r: at('eye_R') },
    arm: { l: limb('L'), r: limb('R') },
    fingers: { l: fingers('L'), r: fingers('R') },
    leg: { l: leg('L'), r: leg('R') },
  }
}

const offset = new Vector3()
const inverse = new Quaternion()
const still = new Quaternion()

/** Turns a joint against its parent, and carries it along. Parents come first. */
export function turnLocally(bones: Bones, joint: number, turn: Quaternion): void {
  const parent = bones.build.joints[joint]?.parent ?? -1
  const local = bones.local[joint] as Quaternion
  const global = bones.global[joint] as Quaternion
  local.copy(turn)
  if (parent < 0) global.copy(local)
  else global.copy(bones.global[parent] as Quaternion).multiply(local)
  carry(bones, joint, parent)
}

/** Turns a joint as the figure's frame has it, whatever its parents did. */
export function turnGlobally(bones: Bones, joint: number, turn: Quaternion): void {
  const parent = bones.build.joints[joint]?.parent ?? -1
  const global = bones.global[joint] as Quaternion
  global.copy(turn)
  const local = (bones.local[joint] as Quaternion).copy(turn)
  if (parent >= 0) local.premultiply(inverse.copy(bones.global[parent] as Quaternion).invert())
  carry(bones, joint, parent)
}

export const leave = (bones: Bones, joint: number): void => turnLocally(bones, joint, still)

function carry({ build, global, position }: Bones, joint: number, parent: number): void {
  if (parent < 0) return
  offset.fromArray(build.offsets, joint * 3).applyQuaternion(global[parent] as Quaternion)
  ;(position[joint] as Vector3).copy(position[parent] as Vector3).add(offset)
}
