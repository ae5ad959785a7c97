import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Hash } from '#core/session'

/** SHA-256 of a text, lower-case hex. Synchronous, and also there where the browser's own is not: without HTTPS. */
export const sha256Hex: Hash = (text) => bytesToHex(sha256(utf8ToBytes(text)))

/** SHA-256 of bytes, lower-case hex. */
export const sha256OfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))
