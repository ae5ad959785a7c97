/** Names that plain objects already have. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])
const OWN_MEMBERS = new Set([
  'manifest.json',
  'log.jsonl',
  'pose.bin',
  'reflection.json',
  'notes.json',
  'other-side.json',
  'seal.json',
])
/** Folder of the scenario's files inside a `.simcell` file. */
export const PACK_FOLDER = 'pack/'

/** What is wrong with the name of a zip member, or `undefined`. */
export function faultOfName(name: string): string | undefined {
  if (name.length > 200) return 'is too long'
  if (name.includes('\\')) return 'holds a backslash'
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'is an absolute path'
  const parts = name.split('/')
  if (parts.some((part) => part === '..' || part === '.' || part === '')) return 'leads out of its folder'
  if (parts.some((part) => RESERVED.has(part.toLowerCase().replace(/\.[a-z]+$/, ''))))
    return 'is the name of a built-in'
  if (!parts.every((part) => /^[a-z0-9][a-z0-9 ._()-]*$/i.test(part)))
    return 'holds signs other than letters, digits, spaces, hyphens and dots'
  const inPack = name.startsWith(PACK_FOLDER) && /\.(yaml|md)$/.test(name)
  return OWN_MEMBERS.has(name) || inPack ? undefined : 'has no place in a session file'
}
