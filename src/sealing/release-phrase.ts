import { fromHex, toHex } from './hex.ts'

/** An assessor's phrase as a device keeps it: never the phrase itself. */
export type ReleasePhrase = {
  /** 16 random bytes as hex */ readonly salt: string
  readonly rounds: number
  /** 32 bytes as hex */ readonly hash: string
  /** wall clock when it was set, ms since 1970 */ readonly setAtMs: number
}

/** PBKDF2-HMAC-SHA-256 (OWASP Password Storage Cheat Sheet, 2023: 600 000 rounds). */
const ROUNDS = 600_000
/** Shorter ones are guessed, characters. */
export const SHORTEST_PHRASE = 8

/** @throws {Error} a phrase that is too short */
export async function createReleasePhrase(phrase: string, setAtMs: number, rounds = ROUNDS): Promise<ReleasePhrase> {
  if (spoken(phrase).length < SHORTEST_PHRASE)
    throw new Error(`A release phrase has at least ${SHORTEST_PHRASE} characters.`)
  const salt = toHex(crypto.getRandomValues(new Uint8Array(16)).buffer)
  return { salt, rounds, hash: await hashOf(phrase, salt, rounds), setAtMs }
}

/** Whether somebody knows the phrase. */
export async function isReleasePhrase(phrase: string, { salt, rounds, hash }: ReleasePhrase): Promise<boolean> {
  const given = await hashOf(phrase, salt, rounds)
  // Compared to the end, so that the time it takes tells nothing.
  return [...given].reduce((differs, sign, n) => differs + Number(sign !== hash[n]), 0) === 0
}

/**
 * Whether a phrase may release a session on this device. One set after the session began may be the trainee's own, so it
 * releases only what was brought here from another device.
 */
export const mayRelease = (
  phrase: ReleasePhrase | undefined,
  session: { readonly startedAtMs: number; readonly isFromHere: boolean },
): boolean => phrase !== undefined && (!session.isFromHere || phrase.setAtMs < session.startedAtMs)

/** The same words are the same phrase, however a keyboard composes their letters. */
const spoken = (phrase: string): string => phrase.normalize('NFKC').trim()

async function hashOf(phrase: string, salt: string, iterations: number): Promise<string> {
  const bytes = new TextEncoder().encode(spoken(phrase)) as Uint8Array<ArrayBuffer>
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits'])
  return toHex(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations }, key, 256),
  )
}
