import type { Discipline, Setup, Tone } from '#core/scenario'

/** Version of the log's own format; a reader accepts every version ever written. */
export const LOG_VERSION = 1
/** Version of the scoring rules; a result names the one it was made by. */
export const SCORING_VERSION = 1

/** `assessment`: no hints, drawn from the seed, sealed at the end, its result withheld until it is released. */
export const MODES = ['guided', 'practice', 'assessment'] as const
export type Mode = (typeof MODES)[number]

/** What a session is about, written before its first act. */
export type Header = {
  readonly kind: 'header'
  readonly log: typeof LOG_VERSION
  readonly sessionId: string
  readonly scenario: string
  readonly scenarioVersion: string
  /** content hash of the pack, hex */ readonly packHash: string
  readonly stack: readonly Discipline[]
  readonly personas: Readonly<Record<string, string>>
  readonly variation: string
  readonly mode: Mode
  readonly locale: string
  readonly seed: number
  /** pseudonym of the trainee; never a name that identifies */ readonly trainee: string
  readonly appVersion: string
  /** wall-clock start, ISO 8601, for people only: nothing depends on it */ readonly startedAt: string
  /** another figure or name for a role; must never change a score */
  readonly looks?: Readonly<Record<string, { readonly figure?: string; readonly name?: string }>>
}

/** One input of the trainee: an act id of the chart, and a tone when something is said. */
export type Act = {
  readonly do: string
  readonly tone?: Tone
  /** what was typed for a phrase of the book, letter by letter; it is kept and shown, and decides nothing */
  readonly typed?: string
}
/** Longest text that is kept of what was typed, characters. */
export const MAX_TYPED = 200

export type ActRecord = {
  readonly kind: 'act'
  readonly seq: number /** session clock, ms */
  readonly timeMs: number
  readonly act: Act
}
export type OutcomeRecord = {
  readonly kind: 'outcome'
  readonly seq: number
  readonly timeMs: number
  readonly ending: string
}
/** A line of the log. The header is record 0; acts count from 1. */
export type LogRecord = Header | ActRecord | OutcomeRecord
/** A record with the hash that ties it to all before it. */
export type ChainedRecord = { readonly record: LogRecord /** hex SHA-256 */; readonly hash: string }

export const setupOf = (header: Header): Setup => ({
  stack: header.stack,
  personas: header.personas,
  variation: header.variation,
})
