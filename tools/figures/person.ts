import { join } from 'node:path'
import sharp from 'sharp'
import { eyeOf, fitProxy, hiddenBy, shapeBody } from './body.ts'
import { depthUnder } from './covered.ts'
import type { Figure, Paint } from './export.ts'
import { type Face, facesOf, normalsOf, piecesOf } from './faces.ts'
import { measureGirth, measureSkull } from './girth.ts'
import { settleHem } from './hem.ts'
import type { Makehuman, RawMesh, RawProxy } from './makehuman.ts'
import { shadeParts } from './occlusion.ts'
import { joinParts, KIT_COLOURS, KITS, makeEye, makeKit } from './own-parts.ts'
import { paintByVertex } from './paint.ts'
import { makePart, type Part } from './part.ts'
import type { PersonRecipe } from './people.ts'
import { simplifyPart } from './simplify.ts'
import { buildSkeleton, influenceOf } from './skeleton.ts'
import { beardAt, eyelidAt, foreheadAt, scalpMask } from './skin-regions.ts'
import {
  HEAD_CROP,
  HEAD_PIXELS,
  paintBodySkin,
  paintBrow,
  paintEye,
  paintHair,
  paintHeadSkin,
  paintSuit,
  SUIT_LAYOUTS,
  shrink,
} from './textures.ts'
import { strongest, type Weights, weighBody, weighClothes } from './weights.ts'

/** Hidden skin is drawn this far inside itself where it still borders visible skin, decimetres. */
const TUCK_DM = { trunk: 0.2, arm: 0.26, armsFrom: 1.9 } as const
/** Skin this far within a collar or sleeve is wholly tucked, and from `gone` on left out, decimetres. */
const UNDER_DM = { from: 0.03, tucked: 0.2, gone: 0.3 } as const
/** Pieces of skin smaller than this that show under clothes are holes in the data's list, not skin. */
const ISLAND_FACES = 60
/** More triangles than this add bytes to a suit, not folds: those are in its normal map. */
const SUIT_TRIANGLES = 6500
/** A closed mouth is dark within; an open one shows teeth and tongue. */
const MOUTH_LIGHT = 0.5
/**
 * How much of its own shade a part keeps: what the lids and the brow keep from eyes and sockets comes back from cheeks
 * and nose, and a face in the dark cannot be read.
 */
const KEEPS_SHADE: Readonly<Record<string, number>> = { 'head-skin': 0.55, eyes: 0.3 }
/** Hands keep their nails; arms need little. */
const LIMB_TRIANGLES = 6600

/** Builds one person: shape, clothes, paint, light. */
export async function buildPerson(data: Makehuman, recipe: PersonRecipe, seed: number): Promise<Figure> {
  const { base } = data
  const body = shapeBody(data, recipe.targets, recipe.ethnic)
  const skeleton = buildSkeleton(data.rig, body.positions)
  const all = facesOf(base)
  const group = (name: string) => all.filter((f) => f.group === name)
  const skinFaces = group('body')
  const lowest = Math.min(...skinFaces.flatMap(({ v }) => v.map((i) => body.positions[i * 3 + 1] ?? 0)))
  /** soles of shoes are thicker than the foot's skin */ const SOLE_M = 0.012
  const toMetres = (x: number, y: number, z: number) => [x / 10, (y - lowest) / 10 + SOLE_M, z / 10] as const

  const suit = data.proxy('clothes', recipe.outfit.suit)
  const shoes = data.proxy('clothes', recipe.outfit.shoes)
  const hair = recipe.hair === undefined ? undefined : data.proxy('hair', recipe.hair.style)

  const part = (
    material: string,
    mesh: RawMesh,
    positions: Float32Array,
    faces: readonly Face[],
    more: {
      normals?: Float32Array
      morphs?: readonly Float32Array[]
      crop?: boolean
      weights?: readonly Weights[]
    } = {},
  ): Part => {
    const uvs = mesh.uvs[0] ?? []
    return makePart({
      material,
      positions,
      normals: more.normals ?? normalsOf(positions, faces),
      faces,
      uvAt: (i) => {
        const [u, v] = [uvs[i * 2] ?? 0, 1 - (uvs[i * 2 + 1] ?? 0)]
        return more.crop ? [(u - HEAD_CROP.u) / HEAD_CROP.width, (v - HEAD_CROP.v) / HEAD_CROP.height] : [u, v]
      },
      influence: (v) => {
        const own = more.weights?.[v]
        return own ? strongest(own) : influenceOf(mesh, skeleton, v)
      },
      ...(more.morphs ? { morphs: more.morphs } : {}),
      toMetres,
    })
  }
  const proxyPart = (material: string, proxy: RawProxy, moving = false) => {
    const fitted = fitProxy(proxy, body)
    return part(material, proxy, fitted.positions, facesOf(proxy), moving ? { morphs: fitted.morphs } : {})
  }

  const weights = weighBody(data, skeleton, all)
  /** a hem hangs from the hips: it is the thighs' only a little */
  const hipsOf = (joint: number) =>
    /^(upperleg|pelvis)/.test(skeleton.joints[joint]?.name ?? '') ? skeleton.indexOf('root') : joint
  const dressed = () => {
    const fitted = fitProxy(suit, body).positions
    const faces = facesOf(suit)
    const normals = normalsOf(fitted, faces)
    const settled = settleHem(
      { positions: fitted, normals, faces, weights: weighClothes(suit, skeleton, weights) },
      hipsOf,
    )
    return {
      cloth: settled,
      part: part('suit', suit, settled.positions, settled.faces, { normals, weights: settled.weights }),
    }
  }
  const worn = dressed()

  // skin: what clothes hide is left out; where it meets what shows, it is tucked in
  const normals = normalsOf(body.positions, skinFaces)
  const listed = hiddenBy([suit, shoes])
  const depth = depthUnder(worn.cloth, { positions: body.positions, normals }, new Set(skinFaces.flatMap(({ v }) => v)))
  const hidden = new Set([...listed, ...[...depth].flatMap(([v, dm]) => (dm > UNDER_DM.gone ? [v] : []))])
  const shown = piecesOf(skinFaces.filter(({ v }) => !v.every((i) => hidden.has(i))))
    .filter((piece) => piece.length >= ISLAND_FACES)
    .flat()
  const tuckAt = (i: number) => (Math.abs(body.positions[i * 3] ?? 0) > TUCK_DM.armsFrom ? TUCK_DM.arm : TUCK_DM.trunk)
  const tucked = body.positions.slice()
  for (const i of new Set(shown.flatMap(({ v }) => v))) {
    const under = ((depth.get(i) ?? 0) - UNDER_DM.from) / (UNDER_DM.tucked - UNDER_DM.from)
    const share = listed.has(i) ? 1 : Math.min(1, Math.max(0, under))
    for (let k = 0; k < 3; k++)
      tucked[i * 3 + k] = (tucked[i * 3 + k] ?? 0) - (normals[i * 3 + k] ?? 0) * tuckAt(i) * share
  }
  const uvs = base.uvs[0] ?? []
  const inCrop = ({ uv }: Face) =>
    uv.every(
      (t) =>
        (uvs[t * 2] ?? 0) > HEAD_CROP.u &&
        1 - (uvs[t * 2 + 1] ?? 0) > HEAD_CROP.v &&
        1 - (uvs[t * 2 + 1] ?? 0) < HEAD_CROP.v + HEAD_CROP.height,
    )
  const moves = new Set(
    body.morphs.flatMap((morph) =>
      Array.from({ length: morph.length / 3 }, (_, i) => i).filter(
        (i) => Math.hypot(morph[i * 3] ?? 0, morph[i * 3 + 1] ?? 0, morph[i * 3 + 2] ?? 0) > 1e-3,
      ),
    ),
  )
  const face = shown.filter(inCrop)
  const rest = shown.filter((f) => !inCrop(f))
  const mouth = rest.filter(({ v }) => v.some((i) => moves.has(i)))
  const limbs = rest.filter(({ v }) => !v.some((i) => moves.has(i)))

  const teeth = [...group('helper-upper-teeth'), ...group('helper-lower-teeth')]
  const eyeParts = (['l', 'r'] as const).map((side) => {
    const vertices = new Set(group(`helper-${side}-eye`).flatMap(({ v }) => v))
    const eye = eyeOf(body, vertices)
    return makeEye(toMetres(...eye.centre), eye.radius / 10, skeleton.indexOf(`eye.${side.toUpperCase()}`))
  })
  const clothes = await simplifyPart(worn.part, SUIT_TRIANGLES)
  const joints = skeleton.joints.map((joint) => ({ ...joint, head: toMetres(...joint.head) }))
  const headOf = (name: string) => joints.find((joint) => joint.name === name)?.head ?? [0, 0, 0]
  const items = KITS[recipe.outfit.kit]({
    shoulder: headOf('upperarm01_L'),
    chestY: headOf('upperarm01_L')[1] - 0.1,
    beltY: headOf('spine05')[1] + 0.085,
  })
  const kit = items.length > 0 ? [joinParts(makeKit(clothes, items))] : []

  const headParts = [
    part('head-skin', base, tucked, face, { normals, morphs: body.morphs, crop: true, weights }),
    ...(mouth.length > 0 ? [part('body-skin', base, tucked, mouth, { normals, morphs: body.morphs, weights })] : []),
    part('teeth', base, body.positions, teeth, { morphs: body.morphs }),
    proxyPart('brows', data.proxy('eyebrows', recipe.brow), true),
    proxyPart('lashes', data.proxy('eyelashes', 'eyelashes02'), true),
  ]
  const bodyParts = [
    joinParts(eyeParts),
    await simplifyPart(part('body-skin', base, tucked, limbs, { normals, weights }), LIMB_TRIANGLES),
    ...(hair ? [proxyPart('hair', hair)] : []),
    clothes,
    proxyPart('shoes', shoes),
    ...kit,
  ]
  const inMouth = new Set([
    ...(mouth.length > 0 ? [1] : []),
    headParts.findIndex(({ material }) => material === 'teeth'),
  ])
  const shaded = shadeParts(
    [...headParts, ...bodyParts],
    ({ material }) => !['lashes', 'brows', 'hair'].includes(material),
  ).map((one, i) => {
    if (inMouth.has(i)) return { ...one, light: one.light.map((l) => Math.max(MOUTH_LIGHT, l)) }
    const kept = KEEPS_SHADE[one.material]
    return kept === undefined ? one : { ...one, light: one.light.map((l) => 1 - (1 - l) * kept) }
  })
  const { width, height } = HEAD_PIXELS
  const fittedHair = hair ? fitProxy(hair, body).positions : undefined
  const skinFile = data.file(`skins/${recipe.skin}`)
  const texture = (kind: string, proxy: RawProxy, name: string, map: 'mapDiffuse' | 'mapAO' | 'mapNormal') => {
    const file = proxy.materials[0]?.[map]
    return file === undefined
      ? undefined
      : data.file(join('proxies', kind, name, file.startsWith('textures/') ? file : join('textures', file)))
  }
  const need = (path: string | undefined) => {
    if (path === undefined) throw new Error(`${recipe.file}: an item has no diffuse picture.`)
    return path
  }
  const paints: Record<string, Paint> = {
    'head-skin': {
      colour: await paintHeadSkin(skinFile, {
        tint: recipe.skinTint,
        beard: paintByVertex(
          face,
          uvs,
          HEAD_CROP,
          width,
          height,
          (v) => recipe.stubble * beardAt(body.positions, v, headOf, toMetres),
        ),
        scalp: paintByVertex(
          face,
          uvs,
          HEAD_CROP,
          width,
          height,
          scalpMask(body.positions, fittedHair, (v) => foreheadAt(body.positions, v, headOf, toMetres)),
        ),
        lids: paintByVertex(face, uvs, HEAD_CROP, width, height, (v) => eyelidAt(body.positions, v, headOf, toMetres)),
        scalpColour: recipe.hair?.colour ?? [0, 0, 0],
        seed,
      }),
      roughness: 0.58,
    },
    'body-skin': { colour: await paintBodySkin(skinFile, recipe.skinTint), roughness: 0.62 },
    teeth: { factor: [0.78, 0.72, 0.62, 1], roughness: 0.35 },
    eyes: { colour: await paintEye(recipe.iris, seed), roughness: 0.08 },
    brows: {
      colour: await paintBrow(
        need(texture('eyebrows', data.proxy('eyebrows', recipe.brow), recipe.brow, 'mapDiffuse')),
        recipe.browTint,
        256,
      ),
      roughness: 0.95,
      blend: true,
      doubleSided: true,
    },
    lashes: {
      colour: await paintBrow(
        need(texture('eyelashes', data.proxy('eyelashes', 'eyelashes02'), 'eyelashes02', 'mapDiffuse')),
        [0.3, 0.26, 0.24],
        128,
      ),
      factor: [1, 1, 1, 0.8],
      roughness: 0.95,
      blend: true,
      doubleSided: true,
    },
    suit: {
      colour: await paintSuit(
        need(texture('clothes', suit, recipe.outfit.suit, 'mapDiffuse')),
        texture('clothes', suit, recipe.outfit.suit, 'mapAO'),
        SUIT_LAYOUTS[recipe.outfit.suit] ?? { trousers: [], dark: [], detail: 0 },
        recipe.outfit,
        seed,
      ),
      ...(await normalMap(texture('clothes', suit, recipe.outfit.suit, 'mapNormal'))),
      roughness: 0.92,
      doubleSided: true,
    },
    shoes: {
      colour: await shrink(need(texture('clothes', shoes, recipe.outfit.shoes, 'mapDiffuse')), 256),
      roughness: 0.6,
    },
    ...(hair && recipe.hair
      ? {
          hair: {
            colour: await paintHair(
              need(texture('hair', hair, recipe.hair.style, 'mapDiffuse')),
              recipe.hair.colour,
              384,
              recipe.hair.contrast,
            ),
            roughness: 0.85,
            blend: true,
            doubleSided: true,
          },
        }
      : {}),
    ...(kit.length > 0 ? { kit: { colour: await kitStrip(), roughness: 0.45 } } : {}),
  }
  return {
    name: recipe.file,
    joints,
    girth: measureGirth(clothes, headOf),
    skull: measureSkull(
      face.flatMap(({ v }) =>
        v.map((i) => toMetres(...([0, 1, 2].map((k) => body.positions[i * 3 + k] ?? 0) as [number, number, number]))),
      ),
      headOf,
    ),
    head: shaded.slice(0, headParts.length),
    body: shaded.slice(headParts.length),
    paints,
  }
}

async function normalMap(file: string | undefined): Promise<{ readonly normal?: Uint8Array }> {
  return file === undefined ? {} : { normal: await shrink(file, 448, 74) }
}

const kitStrip = () =>
  sharp(Buffer.from(KIT_COLOURS.flatMap((c) => [...c])), { raw: { width: KIT_COLOURS.length, height: 1, channels: 3 } })
    .resize(64, 16, { kernel: 'nearest', fit: 'fill' })
    .webp({ lossless: true })
    .toBuffer()
