import {
  BackSide,
  Bone,
  DoubleSide,
  FrontSide,
  type Material,
  Mesh,
  type MeshStandardMaterial,
  type Object3D,
  type Side,
  type Skeleton,
  SkinnedMesh,
  Sphere,
  Vector3,
} from 'three'
import { clone } from 'three/addons/utils/SkeletonUtils.js'
import type { Headwear } from '#core/scenario'
import type { Quality } from '../quality.ts'
import { AVERAGE_GIRTH, type Build, buildOf, type Girth, type RestJoint } from './build.ts'
import { AT } from './channels.ts'
import { type FaceMap, faceMapOf, showFace } from './face.ts'
import { laidOnPalm, makeHeadwear, type Skull } from './headwear.ts'
import type { Figured } from './pose.ts'
import { lightAsSeen } from './seen-light.ts'
import { keepVolume } from './skinning.ts'

/** One copy of a person's model, ready to be posed. */
export type Model = {
  readonly scene: Object3D
  /** badges and belts; nobody lies in bed in them */ readonly kit: readonly Object3D[]
  readonly build: Build
  readonly bones: readonly Bone[]
  /** from across a wing the second is drawn, near by the first */
  readonly near: readonly Object3D[]
  readonly far: Object3D | undefined
  readonly faces: readonly { readonly map: FaceMap; readonly weights: number[] }[]
}

/** Somebody who lies or reaches is still within this far of his own middle, metres. */
export const REACH = new Sphere(new Vector3(0, 0.9, 0), 1.7)

/** @param source the loaded scene; it is copied, and may be shown more than once */
export function modelOf(source: Object3D, quality: Quality, wears?: Headwear, bareheaded = false): Model {
  const scene = clone(source)
  const bones: Bone[] = []
  const sheer: SkinnedMesh[] = []
  const kit: Object3D[] = []
  let skeleton: Skeleton | undefined
  const faces: { map: FaceMap; weights: number[] }[] = []
  let girth: Girth = AVERAGE_GIRTH
  let skull: Skull | undefined
  scene.traverse((part) => {
    if (part instanceof Bone) {
      bones.push(part)
      // its turns are given to it whole; see `applyPose`
      part.matrixAutoUpdate = false
      part.updateMatrix()
    }
    if (part.userData.girth) girth = part.userData.girth as Girth
    if (part.userData.skull) skull = part.userData.skull as Skull
    if (!(part instanceof SkinnedMesh)) return
    // a copy comes with a skeleton for each of its meshes; they are all the same, and one is reckoned once a frame
    skeleton ??= part.skeleton
    part.bind(skeleton, part.bindMatrix)
    if ((part.material as Material).name === 'kit') kit.push(part)
    keepVolume(part)
    // Bounds of a skinned mesh do not follow its bones; whoever is out of this reach of the picture need not be drawn.
    part.boundingSphere = REACH
    part.castShadow = quality !== 'low' && !(part.material as MeshStandardMaterial).transparent
    part.receiveShadow = quality !== 'low'
    // what covers the head lies on it, not on a head of hair
    if (wears && !bareheaded && (part.material as MeshStandardMaterial).name === 'hair') part.visible = false
    const { morphTargetDictionary, morphTargetInfluences } = part as Mesh
    if (morphTargetDictionary) part.material = ofFace(part.material as MeshStandardMaterial)
    // cloth has two sides, and its lit one must not shade itself in stripes
    const material = part.material as MeshStandardMaterial
    if (!material.transparent) material.shadowSide = BackSide
    lightAsSeen(material)
    if (material.transparent && material.side === DoubleSide) sheer.push(part)
    if (morphTargetDictionary && morphTargetInfluences)
      faces.push({ map: faceMapOf(morphTargetDictionary), weights: morphTargetInfluences })
  })
  for (const part of sheer) drawOnce(part)
  const build = builds.get(source) ?? buildOf(jointsOf(bones), girth)
  builds.set(source, build)
  const bone = (name: string) => bones.find((one) => one.name === name)
  if (wears && skull && !bareheaded) bone('head')?.add(makeHeadwear(wears, skull))
  if (wears && skull && bareheaded) bone('wrist_R')?.add(laidOnPalm(makeHeadwear(wears, skull), skull, build.arm.r))
  const named = (name: string) => scene.getObjectByName(name)
  const far = named('far-mesh')
  if (far) far.visible = false
  const near = [named('head-mesh'), named('body-mesh')].filter((part) => part !== undefined)
  return { scene, kit, build, bones, near, far, faces }
}

/** Gives back what this copy has for itself: its bones' texture and what it wears. The rest is shared by all copies. */
export function disposeModel({ scene }: Model): void {
  scene.traverse((part) => {
    if (part instanceof SkinnedMesh) part.skeleton.dispose()
    else if (part instanceof Mesh) {
      part.geometry.dispose()
      for (const material of [part.material].flat() as Material[]) material.dispose()
    }
  })
}

/** The measure of each loaded person: what he was doing goes on when his model is made anew, with a cap in his hand. */
const builds = new WeakMap<Object3D, Build>()

const facial = new WeakMap<MeshStandardMaterial, MeshStandardMaterial>()
/** Skin that moves with a face, apart from skin that does not: three.js looks for its program anew at each change between them. */
function ofFace(material: MeshStandardMaterial): MeshStandardMaterial {
  const known = facial.get(material)
  if (known) return known
  const own = material.clone()
  own.userData = {}
  facial.set(material, own)
  return own
}

const sides = new WeakMap<Material, readonly [back: Material, front: Material]>()
/**
 * What can be seen through and has two sides is drawn twice, back before front, and three.js looks for its program anew
 * each time. Brows and lashes are one layer thick and are drawn once; the two sides of a head of hair are two meshes.
 */
function drawOnce(part: SkinnedMesh): void {
  const material = part.material as Material
  if (material.name !== 'hair') {
    material.forceSinglePass = true
    return
  }
  const [back, front] = sides.get(material) ?? [oneSideOf(material, BackSide), oneSideOf(material, FrontSide)]
  sides.set(material, [back, front])
  part.material = back
  const twin = part.clone()
  twin.material = front
  part.parent?.add(twin)
}

function oneSideOf(material: Material, side: Side): Material {
  const own = material.clone()
  own.userData = {}
  own.side = side
  lightAsSeen(own)
  return own
}

/** Somebody is drawn with fewer triangles from `far` on, and with all of them again from `near` on; metres. */
const DETAIL_M = {
  // a face is read at the distance one talks at, on a poor machine too
  low: { near: 4.4, far: 4.8 },
  medium: { near: 9, far: 10 },
  high: { near: 9, far: 10 },
} as const

/** Chooses the triangles for how far away the eyes are. Allocates nothing. */
export function showDetail({ near, far }: Model, awayM: number, quality: Quality): void {
  const limit = DETAIL_M[quality]
  if (!far || (far.visible ? awayM > limit.near : awayM < limit.far)) return
  far.visible = !far.visible
  for (let i = 0; i < near.length; i++) (near[i] as Object3D).visible = !far.visible
}

/** Bones rest unturned: where each is, is the sum of its parents' offsets. */
function jointsOf(bones: readonly Bone[]): readonly RestJoint[] {
  const heads = new Map<Object3D, Vector3>()
  return bones.map((bone): RestJoint => {
    const parent = bone.parent ? heads.get(bone.parent) : undefined
    const head = bone.position.clone().add(parent ?? new Vector3())
    heads.set(bone, head)
    return { name: bone.name, parent: bone.parent ? bones.indexOf(bone.parent as Bone) : -1, head: head.toArray() }
  })
}

/** As good as lying, as a share of it. */
const UNDRESSED = 0.9
const UNSCALED = new Vector3(1, 1, 1)

/** Shows a pose on a model. Allocates nothing. */
export function applyPose(
  { bones, kit, far, faces }: Model,
  { bones: posed, bearing, stand }: Figured,
  group: Object3D,
): void {
  group.position.set(stand.x, 0, stand.z)
  group.rotation.y = stand.yaw
  for (let i = 0; i < bones.length; i++) {
    const bone = bones[i] as Bone
    const turn = posed.local[i]
    // not by way of the bone's quaternion, which would work out three angles that nobody asks for
    const at = i === posed.of.root ? (posed.position[i] as Vector3) : bone.position
    if (turn) bone.matrix.compose(at, turn, UNSCALED)
    bone.matrixWorldNeedsUpdate = true
  }
  for (let i = 0; i < kit.length; i++) (kit[i] as Object3D).visible = (bearing[AT.lie] as number) < UNDRESSED
  if (far?.visible) return
  for (let i = 0; i < faces.length; i++) {
    const face = faces[i] as Model['faces'][number]
    showFace(bearing, face.map, face.weights)
  }
}
