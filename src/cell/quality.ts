/** How much the picture may cost. Nothing but the look depends on it. */
export type Quality = 'low' | 'medium' | 'high'

export type QualityProfile = {
  /** device pixels per CSS pixel, at most */ readonly dpr: number
  readonly antialias: boolean
  /** `lambert` is flat and quick, `standard` has highlights */ readonly material: 'lambert' | 'standard'
  /** edge of the shadow map in texels; 0 for none */ readonly shadowSize: number
  /** reflections on steel and lino */ readonly reflections: boolean
  /** bake the light in the browser when the place has no light file */ readonly bakes: boolean
}

export const QUALITY: Readonly<Record<Quality, QualityProfile>> = {
  low: { dpr: 0.75, antialias: false, material: 'lambert', shadowSize: 0, reflections: false, bakes: false },
  medium: { dpr: 1, antialias: true, material: 'lambert', shadowSize: 1024, reflections: false, bakes: true },
  high: { dpr: 1.5, antialias: true, material: 'standard', shadowSize: 2048, reflections: true, bakes: true },
}

/** Median milliseconds of a `medium` frame up to which a profile stays comfortable: about 60 and 25 frames a second. */
const COMFORT_MS = { high: 8, medium: 40 } as const
/** Fewer measured frames than this say nothing: the first ones compile shaders. */
const FRAMES_NEEDED = 5

/**
 * The profile a machine can hold, from the times of frames drawn in `medium`.
 *
 * @param renderMs milliseconds each measured frame took, in any order
 */
export function measureQuality(renderMs: readonly number[]): Quality {
  if (renderMs.length < FRAMES_NEEDED) return 'medium'
  const sorted = [...renderMs].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  if (median <= COMFORT_MS.high) return 'high'
  return median <= COMFORT_MS.medium ? 'medium' : 'low'
}
