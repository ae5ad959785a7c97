import type { ChainedRecord } from '#core/session'
import { fromHex, isHex, toHex } from './hex.ts'

/** A signature over the end of a session's hash chain, and thereby over every record before it. */
export type DeviceSeal = {
  /** version of what is signed, and how */ readonly seal: 1
  /** Ed25519, raw, 32 bytes as hex */ readonly publicKey: string
  /** 64 bytes as hex */ readonly signature: string
  /** wall clock of the device, ISO 8601; signed as well */ readonly sealedAt: string
}

/** What a seal says of a log. `missing` is for a session that has none. */
export type SealState =
  | { readonly is: 'unbroken'; readonly device: string; readonly sealedAt: string }
  | { readonly is: 'broken'; readonly device: string; readonly why: 'signature' | 'unfinished' | 'unreadable-key' }
  | { readonly is: 'missing' }

/** The algorithm's name in WebCrypto (RFC 8032; Web Cryptography Level 2). */
export const ED25519 = 'Ed25519'

/** What is signed: whose log, how long, its last hash, and when. */
function sealed(log: readonly ChainedRecord[], sealedAt: string): Uint8Array<ArrayBuffer> {
  const header = log[0]?.record
  const session = header?.kind === 'header' ? header.sessionId : ''
  const head = log.at(-1)?.hash ?? ''
  const text = ['simcell seal 1', session, log.length, head, sealedAt].join('\n')
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
}

/** Seals a log that has come to its end. @throws {Error} a log that may still go on */
export async function sealLog(
  log: readonly ChainedRecord[],
  keys: Pick<CryptoKeyPair, 'publicKey' | 'privateKey'>,
  sealedAt: string,
): Promise<DeviceSeal> {
  if (log.at(-1)?.record.kind !== 'outcome') throw new Error('Only a session that has ended can be sealed.')
  const [publicKey, signature] = await Promise.all([
    crypto.subtle.exportKey('raw', keys.publicKey),
    crypto.subtle.sign(ED25519, keys.privateKey, sealed(log, sealedAt)),
  ])
  return { seal: 1, publicKey: toHex(publicKey), signature: toHex(signature), sealedAt }
}

/** Proves a seal against the log it came with. That the chain itself holds is for `firstBroken` to say. */
export async function verifySeal(log: readonly ChainedRecord[], seal: DeviceSeal | undefined): Promise<SealState> {
  if (!seal) return { is: 'missing' }
  const device = deviceName(seal.publicKey)
  if (log.at(-1)?.record.kind !== 'outcome') return { is: 'broken', device, why: 'unfinished' }
  try {
    const key = await crypto.subtle.importKey('raw', fromHex(seal.publicKey), ED25519, true, ['verify'])
    const isTrue = await crypto.subtle.verify(ED25519, key, fromHex(seal.signature), sealed(log, seal.sealedAt))
    return isTrue ? { is: 'unbroken', device, sealedAt: seal.sealedAt } : { is: 'broken', device, why: 'signature' }
  } catch {
    return { is: 'broken', device, why: 'unreadable-key' }
  }
}

/** A key as people compare it: its first 64 bits in groups of four. The whole key is in the file. */
export const deviceName = (publicKey: string): string =>
  publicKey
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')

/** Reads a seal from a file; `undefined` when it is none. */
export function readDeviceSeal(value: unknown): DeviceSeal | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { seal, publicKey, signature, sealedAt } = value as Readonly<Record<string, unknown>>
  if (seal !== 1 || !isHex(publicKey, 32) || !isHex(signature, 64)) return undefined
  if (typeof sealedAt !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/.test(sealedAt)) return undefined
  return { seal, publicKey, signature, sealedAt }
}
