/** Something wrong in a pack's files: what, where, and what would be right. All are reported at once. */
export type Diagnostic = {
  readonly code: DiagnosticCode
  readonly severity: 'error' | 'warning'
  /** path inside the pack, e.g. `cell-entry/layers/law.yaml` */ readonly file: string
  /** from 1; 0 when the file as a whole is meant */ readonly line: number
  /** from 1; 0 when the file as a whole is meant */ readonly column: number
  /** dotted path inside the file, empty for the file itself */ readonly field: string
  readonly message: string
  readonly cure: string
}

/** Every code with its short name; each has a broken pack under tests/fixtures/broken that yields exactly it. */
export const DIAGNOSTIC_CODES = {
  E001: 'file-too-large',
  E002: 'not-yaml',
  E003: 'anchor-or-tag',
  E004: 'too-deep',
  E005: 'unknown-path',
  E006: 'missing-file',
  E007: 'wrong-value',
  E008: 'unknown-field',
  E009: 'missing-field',
  E010: 'unknown-reference',
  E011: 'duplicate-id',
  E012: 'unknown-text-key',
  E013: 'unsafe-text',
  E014: 'writes-what-it-does-not-own',
  E015: 'refers-to-another-layer',
  E016: 'unknown-variable',
  E017: 'value-outside-domain',
  E018: 'unknown-rule',
  E019: 'too-many-files',
  E020: 'name-differs-from-file',
  E021: 'walkthrough-act-unknown',
} as const
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES

/** Result of reading data: a value, or every diagnostic there is. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** One diagnostic as a line for a terminal: `file:line:column  error E010  message  (cure)`. */
export function formatDiagnostic(d: Diagnostic): string {
  const at = d.line > 0 ? `${d.file}:${d.line}:${d.column}` : d.file
  const field = d.field ? ` [${d.field}]` : ''
  return `${at}  ${d.severity} ${d.code}${field}  ${d.message} ${d.cure}`
}

/** Longest part of a diagnostic that is shown whole, in UTF-16 units. */
const SHOWN = 400

// Finding control characters is the purpose.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/gu

/** A text that can be put on a screen or a terminal: nothing that hides, turns the direction or steers the terminal. */
export function printable(text: string): string {
  const clipped = text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text
  return clipped.replace(UNPRINTABLE, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`)
}

/** The candidate nearest to a misspelt word, when near enough to be meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** A cure that lists what is allowed, the likeliest first. */
export function oneOf(word: string, allowed: Iterable<string>): string {
  const list = [...allowed]
  const meant = nearest(word, list)
  const shown = list.length > 12 ? `${list.slice(0, 12).join(', ')} …` : list.join(', ')
  return meant
    ? `Did you mean "${meant}"?`
    : list.length > 0
      ? `Use one of: ${shown}.`
      : 'Nothing of this kind is declared yet.'
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost))
    }
    row = next
  }
  return row[b.length] ?? limit
}
