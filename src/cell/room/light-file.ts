import type { StaticMesh } from './room-geometry.ts'

/** Baked light of a place: four channels for every vertex of its meshes, in their order. */
export type BakedLight = {
  /** of the geometry it was baked for */ readonly fingerprint: number
  readonly channels: Float32Array
}

/** First four bytes of a light file; the digit is the version. */
const MAGIC = 0x314c4353
const HEAD_BYTES = 28
/** The room's own switched lamps, its own steady lamps, the sky, and lamps of other rooms through an open door. */
export const CHANNELS = 4

/** Changes whenever a vertex moves, so that light baked for another shape is never shown. */
export function fingerprintOf(meshes: readonly StaticMesh[]): number {
  let hash = 0x811c9dc5
  const mix = (value: number) => {
    hash = Math.imul(hash ^ value, 0x01000193) >>> 0
  }
  for (const { geometry, rooms } of meshes) {
    const position = geometry.getAttribute('position')
    mix(position.count)
    for (let i = 0; i < position.count; i++) {
      mix(Math.round(position.getX(i) * 1000))
      mix(Math.round(position.getY(i) * 1000))
      mix(Math.round(position.getZ(i) * 1000) ^ (rooms[i] ?? 0))
    }
  }
  return hash
}

/** One byte a channel, as the root of its share of the channel's brightest: fine steps where it is dark. */
export function encodeLight({ fingerprint, channels }: BakedLight): Uint8Array {
  const scale = [0, 1, 2, 3].map((c) =>
    channels.reduce((most, value, n) => (n % 4 === c ? Math.max(most, value) : most), 1e-6),
  )
  const bytes = new Uint8Array(HEAD_BYTES + channels.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, fingerprint, true)
  view.setUint32(8, channels.length, true)
  for (const [c, value] of scale.entries()) view.setFloat32(12 + c * 4, value, true)
  channels.forEach((value, n) => {
    bytes[HEAD_BYTES + n] = Math.round(255 * Math.sqrt(value / (scale[n % 4] ?? 1)))
  })
  return bytes
}

/** `undefined` when the bytes are no light file, or are cut off. */
export function decodeLight(bytes: Uint8Array): BakedLight | undefined {
  if (bytes.length < HEAD_BYTES) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(8, true)
  if (view.getUint32(0, true) !== MAGIC || bytes.length !== HEAD_BYTES + length) return undefined
  const scale = [0, 1, 2, 3].map((c) => view.getFloat32(12 + c * 4, true))
  const channels = Float32Array.from(bytes.subarray(HEAD_BYTES), (byte, n) => (byte / 255) ** 2 * (scale[n % 4] ?? 0))
  return { fingerprint: view.getUint32(4, true), channels }
}
