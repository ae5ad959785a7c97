import type { Texts } from '#core/scenario'
import type { Snapshot } from './snapshot.ts'

/** What `{role}` in a text stands for: the name of whoever plays the role, by the words of a language. */
export const namesIn = ({ characters }: Pick<Snapshot, 'characters'>, words: Texts): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(characters).map(([role, { persona, name }]) => [
      role,
      words[name] ?? (name.startsWith('personas.') ? persona : name),
    ]),
  )
