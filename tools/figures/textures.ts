import sharp, { type Sharp } from 'sharp'
import { blur, type Crop, createNoise, type Mask, smoothNoise } from './paint.ts'
import type { Tint } from './people.ts'

/** The head's island in MakeHuman's skin layout; the rest of the picture is body. */
export const HEAD_CROP: Crop = { u: 0.612, v: 0.15, width: 0.388, height: 0.66 }
export const HEAD_PIXELS = { width: 768, height: 1280 }
const HAND_PIXELS = 512

type Picture = { readonly data: Buffer; readonly width: number; readonly height: number }
const clamp = (value: number) => Math.max(0, Math.min(255, Math.round(value)))

async function pixelsOf(image: Sharp): Promise<Picture> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
const webp = ({ data, width, height }: Picture, quality: number, channels: 3 | 4 = 3) =>
  sharp(data, { raw: { width, height, channels } }).webp({ quality, alphaQuality: 75, effort: 6 }).toBuffer()

/**
 * The head's skin: the painted face enlarged, with what its 200 pixels cannot hold put back: pores, uneven redness,
 * the shadow of a shaven beard, and scalp in the colour of the hair so that no hairline is a hard edge.
 */
export async function paintHeadSkin(
  file: string,
  options: {
    readonly tint: Tint
    readonly beard: Mask
    readonly scalp: Mask
    /** where the picture's orange rims of the eyes are made skin */ readonly lids: Mask
    /** sRGB 0…255 */ readonly scalpColour: Tint
    readonly seed: number
  },
): Promise<Buffer> {
  const source = await sharp(file).metadata()
  const { width, height } = HEAD_PIXELS
  const region = {
    left: Math.round(HEAD_CROP.u * source.width),
    top: Math.round(HEAD_CROP.v * source.height),
    width: Math.floor(HEAD_CROP.width * source.width),
    height: Math.floor(HEAD_CROP.height * source.height),
  }
  const { data } = await pixelsOf(
    sharp(file).extract(region).resize(width, height, { fit: 'fill', kernel: 'lanczos3' }),
  )
  const [pores, mottle, random] = [
    smoothNoise(width, height, 2.2, options.seed),
    smoothNoise(width, height, 26, options.seed + 1),
    createNoise(options.seed + 2),
  ]
  const [beard, scalp] = [blur(options.beard, 9), blur(options.scalp, 4)]
  const skin = meanSkin(data, options.lids)
  for (let i = 0; i < width * height; i++) {
    const lid = options.lids.values[i] ?? 0
    const [red = 0, g = 0, blue = 0] = data.subarray(i * 3, i * 3 + 3)
    const lit = 1 + Math.min(LID.lightens, Math.max(0, skin.g / Math.max(1, g) - 1)) * lid
    const r = lit * (red + (Math.min(red, g * Math.max(LID.red, skin.red)) - red) * lid)
    const b = lit * (blue + (Math.max(blue, g * Math.min(LID.blue, skin.blue)) - blue) * lid)
    const isLip = Math.min(1, Math.max(0, (r / (g + 1) - 1.55) * 5))
    const hair = Math.min(1, (scalp.values[i] ?? 0) * 1.15)
    const shade = 1 + (pores[i] ?? 0) * 0.035 * (1 - isLip) + (mottle[i] ?? 0) * 0.018
    const bristle =
      (beard.values[i] ?? 0) * (1 - isLip) * (0.62 + (random() < 0.34 ? 0.55 : 0) * random() + (pores[i] ?? 0) * 0.25)
    const redness = 1 + (mottle[i] ?? 0) * 0.025
    const light = (channel: number, base: number, tint: number) => {
      const own = base * tint * shade * (channel === 0 ? redness : 1)
      const bearded = own * (1 - bristle * [0.4, 0.36, 0.31][channel]!)
      return clamp(
        bearded * (1 - hair) +
          (own * 0.18 + (options.scalpColour[channel] ?? 0) * 0.78 * (1 + (pores[i] ?? 0) * 0.2)) * hair,
      )
    }
    data.set([light(0, r, options.tint[0]), light(1, g * lit, options.tint[1]), light(2, b, options.tint[2])], i * 3)
  }
  return webp({ data, width, height }, 75)
}

/** The most red and the least blue of a lid against its green, where the skin has no more; how far a dark one is lit. */
const LID = { red: 1.24, blue: 0.76, lightens: 0.3 } as const

/** The mean green of a face's skin, and its red and blue against it: dark skin is redder than a pale lid may be. */
function meanSkin(data: Buffer, lids: Mask): { readonly g: number; readonly red: number; readonly blue: number } {
  let [r, g, b, count] = [0, 0, 0, 0]
  for (let i = 0; i * 3 < data.length; i++) {
    if ((lids.values[i] ?? 0) > 0) continue
    r += data[i * 3] ?? 0
    g += data[i * 3 + 1] ?? 0
    b += data[i * 3 + 2] ?? 0
    count++
  }
  return { g: g / Math.max(1, count), red: r / Math.max(1, g), blue: b / Math.max(1, g) }
}

/** The skin of everything else, at the size that hands need. */
export async function paintBodySkin(file: string, tint: Tint): Promise<Buffer> {
  const picture = await pixelsOf(sharp(file).resize(HAND_PIXELS, HAND_PIXELS))
  for (let i = 0; i < picture.data.length; i++) picture.data[i] = clamp((picture.data[i] ?? 0) * (tint[i % 3] ?? 1))
  return webp(picture, 76)
}

/** Own eye: an iris disc on a sclera that reddens away from the pupil. Radius in the picture is the angle from the gaze. */
export async function paintEye(iris: string, seed: number): Promise<Buffer> {
  const random = createNoise(seed)
  const fibres = Array.from({ length: 90 }, (_, i) => {
    const angle = (i / 90) * Math.PI * 2 + random() * 0.06
    const [from, to] = [15 + random() * 6, 33 + random() * 8]
    const line = (radius: number) => `${128 + Math.cos(angle) * radius} ${128 + Math.sin(angle) * radius}`
    return `<path d="M${line(from)}L${line(to)}" stroke="${random() < 0.5 ? '#fff' : '#000'}" stroke-opacity="${0.05 + random() * 0.12}" stroke-width="1.3"/>`
  })
  const veins = Array.from({ length: 26 }, () => {
    const angle = random() * Math.PI * 2
    const point = (radius: number, bend: number) =>
      `${128 + Math.cos(angle + bend) * radius} ${128 + Math.sin(angle + bend) * radius}`
    return `<path d="M${point(126, 0)}Q${point(95, random() * 0.3 - 0.15)} ${point(66 + random() * 20, random() * 0.3 - 0.15)}" fill="none" stroke="#a0463c" stroke-opacity=".16" stroke-width="1"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256">
    <defs>
      <radialGradient id="s"><stop offset="0" stop-color="#e6e1db"/><stop offset=".5" stop-color="#ddd5cd"/><stop offset="1" stop-color="#ab8f83"/></radialGradient>
      <radialGradient id="i"><stop offset=".3" stop-color="${iris}" stop-opacity=".75"/><stop offset=".75" stop-color="${iris}"/><stop offset="1" stop-color="#14110f"/></radialGradient>
    </defs>
    <rect width="256" height="256" fill="url(#s)"/>${veins.join('')}
    <circle cx="128" cy="128" r="45" fill="#2a2622" fill-opacity=".55"/><circle cx="128" cy="128" r="42.5" fill="url(#i)"/>
    <circle cx="128" cy="128" r="42" fill="${iris}" fill-opacity=".35"/>${fibres.join('')}<circle cx="128" cy="128" r="15.5" fill="#070606"/>
  </svg>`
  return sharp(Buffer.from(svg)).blur(0.6).webp({ quality: 88 }).toBuffer()
}

/** Where a suit's picture shows trousers, belt or boots, as fractions of the picture; the rest is the top. */
export type SuitLayout = { readonly trousers: readonly Rect[]; readonly dark: readonly Rect[]; readonly detail: number }
type Rect = readonly [left: number, top: number, right: number, bottom: number]

const DENIM: SuitLayout = { trousers: [[0, 0.405, 0.82, 1]], dark: [], detail: 0.5 }
export const SUIT_LAYOUTS: Readonly<Record<string, SuitLayout>> = {
  male_casualsuit01: {
    trousers: [[0.355, 0, 0.715, 1]],
    dark: [
      [0, 0, 0.31, 0.33],
      [0.715, 0.08, 1, 0.2],
    ],
    detail: 0.75,
  },
  male_casualsuit02: DENIM,
  male_casualsuit06: { ...DENIM, trousers: [[0, 0.42, 0.8, 1]] },
}

/** Cloth in plain colours: creases and seams come from the suit's own picture, its colours and logo do not. */
export async function paintSuit(
  diffuse: string,
  ao: string | undefined,
  layout: SuitLayout,
  colours: { readonly top: Tint; readonly trousers: Tint },
  seed: number,
): Promise<Buffer> {
  const size = 512
  const [detail, shade] = await Promise.all([
    pixelsOf(sharp(diffuse).resize(size, size)),
    pixelsOf(sharp(ao ?? diffuse).resize(size, size)),
  ])
  const soft = await pixelsOf(sharp(detail.data, { raw: { width: size, height: size, channels: 3 } }).blur(9))
  const weave = smoothNoise(size, size, 1.6, seed)
  const inside = (rects: readonly Rect[], x: number, y: number) =>
    rects.some(([l, t, r, b]) => x >= l && x < r && y >= t && y < b)
  const out = Buffer.alloc(size * size * 3)
  for (let i = 0; i < size * size; i++) {
    const [x, y] = [(i % size) / size, Math.floor(i / size) / size]
    const isTrousers = inside(layout.trousers, x, y)
    const colour: Tint = inside(layout.dark, x, y) ? [24, 24, 27] : isTrousers ? colours.trousers : colours.top
    // the top's logo is flat colour: only trousers and plain shirts keep their picture's relief
    const relief =
      isTrousers || layout.detail > 0.6
        ? ((detail.data[i * 3 + 1] ?? 0) / Math.max(24, soft.data[i * 3 + 1] ?? 0) - 1) * layout.detail
        : 0
    const occlusion = ao ? 0.55 + 0.45 * ((shade.data[i * 3 + 1] ?? 255) / 255) : 1
    const light = occlusion * (1 + Math.max(-0.5, Math.min(0.6, relief))) * (1 + (weave[i] ?? 0) * 0.05)
    for (let k = 0; k < 3; k++) out[i * 3 + k] = clamp((colour[k] ?? 0) * light)
  }
  return webp({ data: out, width: size, height: size }, 76)
}

/** The soft rim of hair: what is thinner than `from` is cut off, what is thicker than `full` lets nothing through. */
const RIM = { from: 0.18, full: 0.72 } as const

/**
 * Hair with its own transparency, in one colour: the strands come from the picture's light and dark, made stronger by
 * `contrast`; its own colour does not.
 *
 * @param colour sRGB 0…255 of the mean strand
 * @param size the picture's side in pixels
 */
export async function paintHair(file: string, colour: Tint, size: number, contrast: number): Promise<Buffer> {
  const { data, info } = await sharp(file)
    .ensureAlpha()
    .resize(size, size, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const light = (i: number) => 0.3 * (data[i] ?? 0) + 0.59 * (data[i + 1] ?? 0) + 0.11 * (data[i + 2] ?? 0) + 6
  let [sum, count] = [0, 0]
  for (let i = 0; i < data.length; i += 4)
    if ((data[i + 3] ?? 0) > 128) {
      sum += light(i)
      count++
    }
  const mean = sum / Math.max(1, count)
  for (let i = 0; i < data.length; i += 4) {
    const strand = Math.min(2.4, (light(i) / mean) ** contrast)
    const covers = (data[i + 3] ?? 0) / 255
    for (let k = 0; k < 3; k++) data[i + k] = clamp((colour[k] ?? 0) * strand)
    data[i + 3] = clamp(255 * Math.min(1, Math.max(0, (covers - RIM.from) / (RIM.full - RIM.from))))
  }
  return webp({ data, width: info.width, height: info.height }, 72, 4)
}

/** Brows and lashes: thin enough that only their colour matters. */
export async function paintBrow(file: string, tint: Tint, size: number): Promise<Buffer> {
  const { data, info } = await sharp(file)
    .ensureAlpha()
    .resize(size, size, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  for (let i = 0; i < data.length; i++) if (i % 4 < 3) data[i] = clamp((data[i] ?? 0) * (tint[i % 4] ?? 1))
  return webp({ data, width: info.width, height: info.height }, 70, 4)
}

/** A picture used as it is, made smaller. */
export const shrink = (file: string, size: number, quality = 76) =>
  sharp(file).removeAlpha().resize(size, size, { fit: 'inside', withoutEnlargement: true }).webp({ quality }).toBuffer()
