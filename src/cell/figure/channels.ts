/**
 * A bearing is everything a body can hold, as one row of numbers: where the hips are, how the spine bends, where the
 * hands rest, what the face does. Bearings blend like colours; only the blended one is turned into joints, so that a
 * hand on its way from a knee to a face never leaves through the table.
 */

/** Each arm; outwards, up and forwards are the body's, so that left and right mirror. Metres and radians. */
const ARM = [
  'out',
  'up',
  'fwd',
  // what the wrist is measured from; the rest of 1 is the arm's own shoulder
  'middle',
  'knee',
  'seat',
  'head',
  // where the elbow points
  'poleOut',
  'poleUp',
  'poleFwd',
  // of the hand: palm turned up, bent towards the palm, bent towards the little finger
  'supine',
  'flex',
  'side',
  // 0 stretched, 1 a fist; the index finger can stand out of it
  'curl',
  'point',
  'thumb',
  'spread',
] as const

const BODY = [
  // hips from above the feet: to the left, below standing height, forwards
  'hipsLeft',
  'hipsDown',
  'hipsFwd',
  'pelvisPitch',
  'pelvisYaw',
  'pelvisRoll',
  'flexLow',
  'flexHigh',
  'spineSide',
  'spineTwist',
  'neckFwd',
  'headPitch',
  'headYaw',
  'headRoll',
  'raiseL',
  'raiseR',
  'frontL',
  'frontR',
  // half the distance between the feet, left foot ahead of the right, toes out
  'footWidth',
  'footStagger',
  'toeOut',
  'kneesOut',
  // 1 lies on the back; the feet then follow the hips: out, down and forwards as shares of the leg's length
  'lie',
  'legOutL',
  'legOutR',
  'legDownL',
  'legDownR',
  'legFwdL',
  'legFwdR',
] as const

/** What moves by itself, and how much. */
const LIFE = ['breath', 'sway', 'fidget', 'tremor', 'jiggle', 'rock', 'recoil', 'arousal'] as const

/** What the face does, 0…1; `face.ts` knows which morphs each moves. */
export const FACE_ACTIONS = [
  'browDown',
  'browUp',
  'browInner',
  'eyeWide',
  'eyeClose',
  'eyeSlit',
  'noseWrinkle',
  'noseLift',
  'lipPress',
  'smile',
  'sad',
  'grimace',
  'mouthOpen',
  'lipsPart',
  'pucker',
  'stretch',
  'snarl',
  'chinUp',
] as const

export type ArmChannel = (typeof ARM)[number]
export type FaceAction = (typeof FACE_ACTIONS)[number]
export type Channel = `${'l' | 'r'}.${ArmChannel}` | (typeof BODY)[number] | (typeof LIFE)[number] | FaceAction

const CHANNELS: readonly Channel[] = [
  ...ARM.map((name) => `l.${name}` as const),
  ...ARM.map((name) => `r.${name}` as const),
  ...BODY,
  ...LIFE,
  ...FACE_ACTIONS,
]
export const CHANNEL_COUNT = CHANNELS.length

/** Where each channel stands in a bearing. */
export const AT = Object.fromEntries(CHANNELS.map((name, i) => [name, i])) as Readonly<Record<Channel, number>>
export const ARM_AT = { l: AT['l.out'], r: AT['r.out'] } as const
/** Where an arm's channel stands after the arm's first. */
export const IN_ARM = Object.fromEntries(ARM.map((name, i) => [name, i])) as Readonly<Record<ArmChannel, number>>
export const FACE_AT = AT.browDown

export type Bearing = Float32Array
/** Some channels by name; what is not named stays as it is. */
export type Traits = Partial<Readonly<Record<Channel, number>>>

export const createBearing = (): Bearing => new Float32Array(CHANNEL_COUNT)

/** The bearing with the named channels set. */
export function bearingWith(base: Bearing, traits: Traits): Bearing {
  const out = base.slice()
  for (const [name, value] of Object.entries(traits)) out[AT[name as Channel]] = value
  return out
}

/** Adds `traits × share` to a bearing in place. */
export function addTraits(bearing: Bearing, traits: Traits, share: number): void {
  for (const [name, value] of Object.entries(traits)) {
    const at = AT[name as Channel]
    bearing[at] = (bearing[at] ?? 0) + value * share
  }
}

/** Moves a bearing towards another in place; `share` 1 arrives. */
export function mix(bearing: Bearing, to: Bearing, share: number): void {
  for (let i = 0; i < CHANNEL_COUNT; i++) {
    const from = bearing[i] as number
    bearing[i] = from + ((to[i] as number) - from) * share
  }
}

type ArmTraits = Partial<Readonly<Record<ArmChannel, number>>>

/** One arm's channels under their full names. */
export const arm = (side: 'l' | 'r', traits: ArmTraits): Traits =>
  Object.fromEntries(Object.entries(traits).map(([name, value]) => [`${side}.${name}`, value]))
/** The same for both arms, mirrored. */
export const arms = (traits: ArmTraits): Traits => ({ ...arm('l', traits), ...arm('r', traits) })
