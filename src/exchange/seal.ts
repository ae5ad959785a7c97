import { strToU8 } from 'fflate'
import { sha256OfBytes } from './hash.ts'

/**
 * The seal is the zip's comment: a hash of every byte before it. Checksums and hashes of the members leave a few bytes
 * of a zip unproven (dates, flags, the last bits of a packed stream); the seal leaves none.
 */
const PREFIX = 'simcell sha256 '
const SEAL_BYTES = PREFIX.length + 64

/** Adds the seal to a zip that has no comment. */
export function addSeal(zip: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(zip.length + SEAL_BYTES)
  sealed.set(zip)
  new DataView(sealed.buffer).setUint16(zip.length - 2, SEAL_BYTES, true)
  sealed.set(sealOf(sealed), zip.length)
  return sealed
}

/** Whether every byte is as it was sealed. */
export function isSealed(bytes: Uint8Array): boolean {
  if (bytes.length < SEAL_BYTES) return false
  const claimed = bytes.subarray(bytes.length - SEAL_BYTES)
  return sealOf(bytes).every((byte, n) => byte === claimed[n])
}

const sealOf = (bytes: Uint8Array): Uint8Array =>
  strToU8(PREFIX + sha256OfBytes(bytes.subarray(0, bytes.length - SEAL_BYTES)))
