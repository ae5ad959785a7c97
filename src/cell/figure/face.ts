import { type Bearing, FACE_ACTIONS, FACE_AT, type FaceAction, type Traits } from './channels.ts'
import type { Mood } from './mood.ts'

/** The morphs an action moves, by the names in the models. */
const MORPHS: Readonly<Record<FaceAction, readonly string[]>> = {
  browDown: ['eyebrows-left-down', 'eyebrows-right-down'],
  browUp: ['eyebrows-left-up', 'eyebrows-right-up'],
  browInner: ['eyebrows-left-inner-up', 'eyebrows-right-inner-up'],
  eyeWide: ['eye-left-opened-up', 'eye-right-opened-up'],
  eyeClose: ['eye-left-closure', 'eye-right-closure'],
  eyeSlit: ['eye-left-slit', 'eye-right-slit'],
  noseWrinkle: ['nose-compression'],
  noseLift: ['nose-left-elevation', 'nose-right-elevation'],
  lipPress: ['mouth-compression'],
  smile: ['mouth-corner-puller'],
  sad: ['mouth-depression'],
  grimace: ['mouth-depression-retraction'],
  mouthOpen: ['mouth-open'],
  lipsPart: ['mouth-part-later'],
  pucker: ['mouth-pursing'],
  stretch: ['mouth-retraction'],
  snarl: ['mouth-upward-retraction'],
  chinUp: ['mouth-elevation'],
}

export const FACES: Readonly<Record<Mood, Traits>> = {
  calm: { smile: 0.34, browUp: 0.16, browInner: 0.1 },
  compliant: { smile: 0.3, browUp: 0.35, browInner: 0.3 },
  // narrowed eyes, a mouth that keeps shut
  wary: { browDown: 0.55, eyeSlit: 0.5, lipPress: 0.75, chinUp: 0.35, sad: 0.2 },
  // brows drawn together over wide eyes, upper teeth bared in speech
  agitated: {
    browDown: 0.75,
    eyeWide: 0.45,
    noseLift: 0.55,
    noseWrinkle: 0.25,
    snarl: 0.3,
    lipsPart: 0.3,
    mouthOpen: 0.05,
  },
  // a stare: lids up under brows that come down
  hostile: { browDown: 1, eyeWide: 0.35, noseWrinkle: 0.85, lipPress: 0.7, noseLift: 0.25, sad: 0.3, chinUp: 0.35 },
  assaultive: { browDown: 1, noseWrinkle: 1, noseLift: 0.7, snarl: 0.55, lipsPart: 0.35, eyeWide: 0.4 },
  withdrawn: { browInner: 0.85, sad: 0.75, eyeClose: 0.28, chinUp: 0.15 },
  // brows high and slanted, lips drawn back and nearly shut
  frightened: { browUp: 0.7, browInner: 1, eyeWide: 1, stretch: 0.6, sad: 0.35, grimace: 0.3, lipsPart: 0.1 },
}

/** Where in a face's weights each action's morphs stand; found once for a model. */
export type FaceMap = readonly { readonly from: number; readonly to: readonly number[] }[]
export const faceMapOf = (morphs: Readonly<Record<string, number>>): FaceMap =>
  FACE_ACTIONS.map((action, i) => ({
    from: FACE_AT + i,
    to: MORPHS[action].flatMap((name) => (morphs[name] === undefined ? [] : morphs[name])),
  }))

/** Writes a bearing's face into a model's morph weights. */
export function showFace(bearing: Bearing, map: FaceMap, weights: number[]): void {
  for (const { from, to } of map) {
    const weight = Math.min(1, Math.max(0, bearing[from] ?? 0))
    for (let k = 0; k < to.length; k++) weights[to[k] as number] = weight
  }
}
