import { oneOf } from './diagnostic.ts'

/** Limit of one shown text, in UTF-16 units; longer ones do not fit a caption or a card. */
export const TEXT_LIMIT = 900

/** Placeholders a text may hold; they are filled with display names. */
export const PLACEHOLDERS = ['prisoner', 'colleague', 'control', 'guest', 'officer', 'cell'] as const

const DANGERS: readonly (readonly [test: RegExp, what: string, cure: string])[] = [
  // Finding control characters is the purpose.
  [/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/, 'a control character', 'Remove it.'],
  [
    /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/,
    'an invisible character or one that turns the reading direction',
    'Remove it.',
  ],
  [/\p{Cs}/u, 'half a character', 'Write the character itself.'],
  [/<[a-z!/?]/i, 'HTML', 'Write plain text; use “ ” for emphasis.'],
  [
    /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|javascript:|data:[a-z]+\/|www\.)/i,
    'a web address',
    'Name the source in words; nothing is fetched.',
  ],
]

/** What makes a text unfit to be shown, or `undefined`. Placeholders must be known ones. */
export function unsafeIn(text: string): { readonly what: string; readonly cure: string } | undefined {
  if (text.length > TEXT_LIMIT) return { what: `${text.length} characters`, cure: `Keep it below ${TEXT_LIMIT}.` }
  for (const [test, what, cure] of DANGERS) if (test.test(text)) return { what, cure }
  const unknown = [...text.matchAll(/\{([^{}]{0,40})\}?/g)].find(
    ([whole, name]) => !whole.endsWith('}') || !PLACEHOLDERS.some((known) => known === name),
  )
  if (unknown)
    return {
      what: `the placeholder “${unknown[0]}”`,
      cure: oneOf(
        unknown[0],
        PLACEHOLDERS.map((name) => `{${name}}`),
      ),
    }
  return undefined
}

/** Fills `{prisoner}` and its like with display names; an unknown placeholder stays as written. */
export function fillText(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(names, name) ? (names[name] ?? whole) : whole,
  )
}
