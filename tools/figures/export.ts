import { Document, type Material, NodeIO, type Texture } from '@gltf-transform/core'
import { ALL_EXTENSIONS, EXTMeshoptCompression, EXTTextureWebP } from '@gltf-transform/extensions'
import { dedup, prune, quantize } from '@gltf-transform/functions'
import { MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import { FACE_UNITS } from './body.ts'
import type { Girth, Skull } from './girth.ts'
import type { Part } from './part.ts'
import { coarseIndices, inDrawingOrder } from './simplify.ts'
import type { Joint } from './skeleton.ts'

export type Paint = {
  readonly colour?: Uint8Array
  readonly normal?: Uint8Array
  readonly factor?: readonly [number, number, number, number]
  readonly roughness: number
  readonly blend?: boolean
  readonly doubleSided?: boolean
}

export type Figure = {
  readonly name: string
  /** heads in metres */ readonly joints: readonly Joint[]
  readonly girth: Girth
  /** what a turban lies on */ readonly skull: Skull
  /** has the facial morphs */ readonly head: readonly Part[]
  readonly body: readonly Part[]
  readonly paints: Readonly<Record<string, Paint>>
}

/** What nobody sees from across a wing. */
const ONLY_NEAR: ReadonlySet<string> = new Set(['teeth', 'lashes'])

/**
 * One skinned figure as a meshopt-compressed GLB: meshes `head` (with the facial morphs) and `body`, and `far` for
 * distance, which has fewer triangles over the same vertices and so costs the file a few kilobytes.
 */
export async function writeFigure(figure: Figure): Promise<Uint8Array> {
  await MeshoptEncoder.ready
  const document = new Document()
  const buffer = document.createBuffer()
  document.createExtension(EXTTextureWebP).setRequired(true)
  const materials = new Map(
    Object.entries(figure.paints).map(([name, paint]) => [name, makeMaterial(document, name, paint)]),
  )

  const nodes = figure.joints.map(({ name }) => document.createNode(name))
  figure.joints.forEach(({ parent, head }, i) => {
    const from = figure.joints[parent]?.head ?? [0, 0, 0]
    nodes[i]?.setTranslation([head[0] - from[0], head[1] - from[1], head[2] - from[2]])
    const node = nodes[i]
    if (node) nodes[parent]?.addChild(node)
  })
  const inverse = figure.joints.flatMap(({ head: [x, y, z] }) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -x, -y, -z, 1])
  const skin = document
    .createSkin('skeleton')
    .setInverseBindMatrices(
      document.createAccessor().setType('MAT4').setArray(new Float32Array(inverse)).setBuffer(buffer),
    )
  for (const node of nodes) skin.addJoint(node)

  const root = document.createNode(figure.name).setExtras({ girth: figure.girth, skull: figure.skull })
  const [hips] = nodes
  if (hips) root.addChild(hips)
  document.createScene(figure.name).addChild(root)
  await MeshoptSimplifier.ready
  const far = document.createMesh('far')
  for (const [name, parts] of [
    ['head', figure.head],
    ['body', figure.body],
  ] as const) {
    const mesh = document.createMesh(name)
    for (const part of parts.map(inDrawingOrder)) {
      const near = makePrimitive(document, buffer, part, materials.get(part.material))
      mesh.addPrimitive(near)
      if (!ONLY_NEAR.has(part.material)) far.addPrimitive(makeFar(document, buffer, near, coarseIndices(part)))
    }
    if (parts.some((part) => part.morphs))
      mesh.setExtras({ targetNames: [...FACE_UNITS] }).setWeights(FACE_UNITS.map(() => 0))
    root.addChild(document.createNode(`${name}-mesh`).setMesh(mesh).setSkin(skin))
  }
  root.addChild(document.createNode('far-mesh').setMesh(far).setSkin(skin))
  await document.transform(
    prune({ keepAttributes: true }),
    dedup(),
    // one volume for all meshes, so that near and far go on sharing their vertices
    quantize({ quantizationVolume: 'scene', quantizePosition: 14, quantizeNormal: 10, quantizeTexcoord: 12 }),
  )
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE })
  return new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder })
    .writeBinary(document)
}

function makeMaterial(document: Document, name: string, paint: Paint): Material {
  const texture = (image: Uint8Array | undefined, use: string): Texture | null =>
    image ? document.createTexture(`${name}-${use}`).setImage(image).setMimeType('image/webp') : null
  return document
    .createMaterial(name)
    .setMetallicFactor(0)
    .setRoughnessFactor(paint.roughness)
    .setBaseColorFactor([...(paint.factor ?? [1, 1, 1, 1])] as [number, number, number, number])
    .setBaseColorTexture(texture(paint.colour, 'colour'))
    .setNormalTexture(texture(paint.normal, 'normal'))
    .setAlphaMode(paint.blend ? 'BLEND' : 'OPAQUE')
    .setDoubleSided(paint.doubleSided ?? false)
}

/** The same vertices with fewer triangles and a face that does not move. */
function makeFar(
  document: Document,
  buffer: ReturnType<Document['createBuffer']>,
  near: ReturnType<Document['createPrimitive']>,
  indices: Uint16Array,
) {
  const primitive = document
    .createPrimitive()
    .setIndices(document.createAccessor().setType('SCALAR').setArray(indices).setBuffer(buffer))
    .setMaterial(near.getMaterial())
  for (const semantic of near.listSemantics()) primitive.setAttribute(semantic, near.getAttribute(semantic))
  return primitive
}

function makePrimitive(
  document: Document,
  buffer: ReturnType<Document['createBuffer']>,
  part: Part,
  material: Material | undefined,
) {
  const accessor = (type: 'VEC2' | 'VEC3' | 'VEC4' | 'SCALAR', array: Float32Array | Uint8Array | Uint16Array) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
  const light = Uint8Array.from({ length: part.light.length * 3 }, (_, i) =>
    Math.round((part.light[Math.floor(i / 3)] ?? 1) ** (i % 3 === 0 ? 0.8 : 1) * 255),
  )
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', part.positions))
    .setAttribute('NORMAL', accessor('VEC3', part.normals))
    .setAttribute('TEXCOORD_0', accessor('VEC2', part.uvs))
    .setAttribute('COLOR_0', accessor('VEC3', light).setNormalized(true))
    .setAttribute('JOINTS_0', accessor('VEC4', part.joints))
    .setAttribute('WEIGHTS_0', accessor('VEC4', part.weights))
    .setIndices(accessor('SCALAR', part.indices))
    .setMaterial(material ?? null)
  part.morphs?.forEach((morph, i) => {
    primitive.addTarget(
      document
        .createPrimitiveTarget(FACE_UNITS[i] ?? '')
        .setAttribute('POSITION', accessor('VEC3', morph).setSparse(true)),
    )
  })
  return primitive
}
