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
  calm: { smile: 0.14 },
  compliant: { smile: 0.28, browUp: 0.3, browInner: 0.2 },
  wary: { browDown: 0.35, eyeSlit: 0.45, lipPress: 0.45, chinUp: 0.15 },
  agitated: {
    browDown: 0.55,
    browInner: 0.35,
    eyeWide: 0.55,
    noseLift: 0.25,
    lipsPart: 0.45,
    mouthOpen: 0.12,
    stretch: 0.3,
  },
  hostile: { browDown: 1, eyeSlit: 0.4, noseWrinkle: 0.85, lipPress: 0.5, noseLift: 0.3, sad: 0.35, chinUp: 0.25 },
  assaultive: { browDown: 1, noseWrinkle: 1, noseLift: 0.7, snarl: 0.45, lipsPart: 0.35, eyeWide: 0.3 },
  withdrawn: { browInner: 0.85, sad: 0.75, eyeClose: 0.28, chinUp: 0.15 },
  frightened: { browUp: 0.75, browInner: 0.95, eyeWide: 1, lipsPart: 0.35, mouthOpen: 0.09, stretch: 0.35 },
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
