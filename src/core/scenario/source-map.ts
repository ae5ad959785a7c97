import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts'

/** Limits of one file; generous for a hand-written pack, small enough that nothing hostile takes a second. */
export const FILE_LIMITS = { bytes: 256 * 1024, depth: 24, nodes: 30_000, files: 200 } as const

/** A YAML file that has been read: plain data, and the way from a field back to its line and column. */
export type SourceFile = {
  readonly path: string
  readonly data: unknown
  readonly diagnose: (code: DiagnosticCode, field: readonly PropertyKey[], message: string, cure: string) => Diagnostic
}

/** Reads one YAML text as plain data only: no anchors, no tags, bounded in size and depth. Never throws. */
export function readSource(path: string, text: string): { readonly source: SourceFile; readonly problems: readonly Diagnostic[] } {
  const lines = new LineCounter()
  let document: Document.Parsed | undefined
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const diagnose: SourceFile['diagnose'] = (code, field, message, cure) => {
    const offset = document ? offsetOf(document, field) : undefined
    const where = offset === undefined ? { line: 1, column: 1 } : at(offset)
    return { code, severity: code.startsWith('W') ? 'warning' : 'error', file: path, ...where, field: field.map(String).join('.'), message, cure }
  }
  const failed = (...problems: Diagnostic[]) => ({ source: { path, data: undefined, diagnose }, problems })

  const length = utf8Length(text)
  if (length > FILE_LIMITS.bytes)
    return failed(diagnose('E001', [], `The file has ${length} bytes.`, `Keep a file below ${FILE_LIMITS.bytes} bytes; split it.`))
  const deepLine = lineTooDeep(text)
  if (deepLine > 0) {
    const problem = diagnose('E004', [], `Something is nested deeper than ${FILE_LIMITS.depth} levels.`, 'Flatten it.')
    return failed({ ...problem, line: deepLine })
  }
  try {
    document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: true, logLevel: 'silent', prettyErrors: false })
  } catch (reason) {
    return failed(diagnose('E002', [], `The file cannot be read as YAML: ${String(reason)}.`, 'Check indentation, colons and quotes.'))
  }
  const parsed = document
  const problems = [...parsed.errors, ...parsed.warnings].slice(0, 20).map((error): Diagnostic => ({
    ...diagnose('E002', [], `Not valid YAML: ${error.message}.`, 'Check indentation, colons and quotes.'),
    ...at(error.pos[0]),
  }))
  let nodes = 0
  visit(parsed, {
    Node(_key, node) {
      if (++nodes > FILE_LIMITS.nodes) return visit.BREAK
      const anchored = isAlias(node) || (isNode(node) && ('anchor' in node && node.anchor !== undefined)) || (isNode(node) && node.tag !== undefined && node.tag.startsWith('!') )
      if (anchored && problems.length < 20)
        problems.push({
          ...diagnose('E003', [], 'Anchors, aliases and tags are not allowed: a pack is plain data.', 'Write the value out.'),
          ...at(node.range?.[0] ?? 0),
        })
      return undefined
    },
  })
  if (nodes > FILE_LIMITS.nodes)
    problems.push(diagnose('E001', [], `The file has more than ${FILE_LIMITS.nodes} values.`, 'Split it.'))
  if (problems.length > 0) return failed(...problems)
  return { source: { path, data: parsed.toJS({ maxAliasCount: 0 }), diagnose }, problems: [] }
}

/** UTF-8 length without the DOM's Blob or TextEncoder, which the core does not have. */
function utf8Length(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xdc00 ? 2 : code >= 0xdc00 && code < 0xe000 ? 2 : 3
  }
  return bytes
}

/**
 * The first line whose brackets or indentation nest too deep, else 0. It looks at characters only, so that a
 * hostile file is refused before a recursive parser sees it.
 */
function lineTooDeep(text: string): number {
  let brackets = 0
  let line = 1
  let dashes = 0
  let lineStart = true
  for (const character of text) {
    if (character === '\n') {
      line++
      dashes = 0
      lineStart = true
      continue
    }
    if (character === '[' || character === '{') brackets++
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1)
    else if (lineStart && (character === '-' || character === '?')) dashes++
    else if (character !== ' ') lineStart = false
    if (brackets > FILE_LIMITS.depth || dashes > FILE_LIMITS.depth) return line
  }
  const indents = text.match(/^ {96,}(?=\S)/m)
  if (indents?.index !== undefined) return text.slice(0, indents.index).split('\n').length
  return 0
}

/** Character offset of a field; of the nearest enclosing node when the field itself is absent. */
function offsetOf(document: Document.Parsed, field: readonly PropertyKey[]): number | undefined {
  let node: Node | null = document.contents
  let offset = node?.range?.[0]
  for (const step of field) {
    if (isMap(node)) {
      const pair: (typeof node.items)[number] | undefined = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair) break
      offset = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? offset
      node = isNode(pair.value) ? pair.value : null
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      node = isNode(item) ? item : null
      offset = node?.range?.[0] ?? offset
    } else break
  }
  return offset
}
