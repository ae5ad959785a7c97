import { CST, Lexer } from 'yaml'

/** Limits of one file; generous for a hand-written pack, small enough that nothing hostile takes a second. */
export const FILE_LIMITS = {
  bytes: 256 * 1024,
  depth: 24,
  nodes: 20_000,
  files: 400,
  /** bytes read for one scenario */ total: 1024 * 1024,
} as const

/** How many problems of one file, and of all files, are told at once. */
export const MAX_TOLD = { file: 100, all: 500 } as const

/** Four spaces a level, as deep as anything may be. */
const MAX_INDENT = FILE_LIMITS.depth * 4
/** Tokens that open, name or hold a value; a document cannot have more nodes than these. */
const COUNTED = new Set([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'flow-map-start',
  'flow-seq-start',
  'seq-item-ind',
  'explicit-key-ind',
  'map-value-ind',
  'anchor',
  'alias',
  'tag',
  'doc-start',
  'directive-line',
])

export type Excess = { readonly kind: 'depth' | 'nodes' /** from 1 */; readonly line: number }

/**
 * The first place where a text nests too deep or holds too much, found by reading its tokens one by one: so that a
 * hostile file is refused before a parser that recurses or compares sees it.
 */
export function excessOf(text: string): Excess | undefined {
  let [line, nodes, flow, onLine] = [1, 0, 0, 0]
  let atLineStart = true
  let isContent = false
  for (const token of new Lexer().lex(text)) {
    const type: ReturnType<typeof CST.tokenType> | undefined = isContent ? undefined : CST.tokenType(token)
    isContent = type === 'scalar'
    if (COUNTED.has(type ?? '')) nodes++
    if (nodes > FILE_LIMITS.nodes || line > FILE_LIMITS.nodes) return { kind: 'nodes', line }
    if (type === 'flow-map-start' || type === 'flow-seq-start') flow++
    if (type === 'flow-map-end' || type === 'flow-seq-end') flow = Math.max(0, flow - 1)
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') onLine++
    const indent = atLineStart && type === 'space' ? token.length : 0
    if (flow > FILE_LIMITS.depth || onLine > FILE_LIMITS.depth || indent >= MAX_INDENT) return { kind: 'depth', line }
    atLineStart = type === 'newline'
    if (atLineStart) onLine = 0
    line += lineBreaksIn(token)
  }
  return undefined
}

function lineBreaksIn(token: string): number {
  let count = 0
  for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) count++
  return count
}

/** UTF-8 length without the DOM's Blob or TextEncoder, which the core does not have. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3
  }
  return bytes
}
