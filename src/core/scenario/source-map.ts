import {
  Composer,
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  visit,
  type YAMLError,
  type YAMLMap,
  YAMLParseError,
} from 'yaml'
import { type Diagnostic, type DiagnosticCode, printable } from './diagnostic.ts'
import { excessOf, FILE_LIMITS, utf8Length } from './source-limits.ts'

/** How many problems of one kind are told of one file; a file with more is not read more closely. */
const MAX_OF_A_KIND = 20
/** Names that plain objects already have; a field called so is never meant and often an attack. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])

/** A YAML file that has been read: plain data, and the way from a field back to its line and column. */
export type SourceFile = {
  readonly path: string
  readonly data: unknown
  readonly diagnose: (code: DiagnosticCode, field: readonly PropertyKey[], message: string, cure: string) => Diagnostic
}

/** Reads one YAML text as plain data only: no anchors, no tags, bounded in size and depth. Never throws. */
export function readSource(
  path: string,
  text: string,
): { readonly source: SourceFile; readonly problems: readonly Diagnostic[] } {
  const lines = new LineCounter()
  let document: Document.Parsed | undefined
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const diagnose: SourceFile['diagnose'] = (code, field, message, cure) => {
    const offset = document ? offsetOf(document, field) : undefined
    const where = offset === undefined ? { line: 1, column: 1 } : at(offset)
    const told = { field: printable(field.map(String).join('.')), message: printable(message), cure: printable(cure) }
    return { code, severity: 'error', file: printable(path), ...where, ...told }
  }
  const failed = (...problems: Diagnostic[]) => ({ source: { path, data: undefined, diagnose }, problems })

  const length = utf8Length(text)
  if (length > FILE_LIMITS.bytes)
    return failed(
      diagnose('E001', [], `The file has ${length} bytes.`, `Keep a file below ${FILE_LIMITS.bytes} bytes; split it.`),
    )
  const problems: Diagnostic[] = []
  try {
    const excess = excessOf(text)
    if (excess?.kind === 'depth')
      return failed({
        ...diagnose('E004', [], `Something is nested deeper than ${FILE_LIMITS.depth} levels.`, 'Flatten it.'),
        line: excess.line,
      })
    if (excess)
      return failed({
        ...diagnose('E001', [], `The file has more than ${FILE_LIMITS.nodes} values or lines.`, 'Split it.'),
        line: excess.line,
      })
    const read = parseYaml(text, lines)
    document = read.document
    const { errors } = read
    // One slip makes the parser stumble again on the same line: it is told once.
    const lineOf = (error: YAMLError) => at(error.pos[0]).line
    for (const error of errors.filter((one, n) => errors.findIndex((first) => lineOf(first) === lineOf(one)) === n))
      problems.push({
        ...diagnose('E002', [], `Not valid YAML: ${error.message}.`, CURES[error.code] ?? CURE),
        ...at(error.pos[0]),
      })
    if (errors.length === 0 && document)
      visitNodes(document, (code, offset, message, cure) => {
        if (problems.length < MAX_OF_A_KIND) problems.push({ ...diagnose(code, [], message, cure), ...at(offset) })
      })
    if (problems.length > 0 || !document) return failed(...problems)
    return { source: { path, data: document.toJS({ maxAliasCount: 0 }), diagnose }, problems: [] }
  } catch (reason) {
    return failed(...problems, diagnose('E002', [], `The file cannot be read as YAML: ${String(reason)}.`, CURE))
  }
}

const CURE = 'Check indentation, colons and quotes.'
const OUT_OF_COLUMN =
  'This line or the one before it stands in a wrong column: what belongs together begins in the same one.'
/** What most often lies behind an error of the parser. */
const CURES: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: OUT_OF_COLUMN,
  BLOCK_AS_IMPLICIT_KEY: OUT_OF_COLUMN,
  MULTILINE_IMPLICIT_KEY: OUT_OF_COLUMN,
  BLOCK_IN_FLOW: 'A bracket or brace above is not closed.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  MISSING_CHAR: 'Close every quote, bracket and brace, and put a colon and a space after a name.',
  BAD_SCALAR_START: 'Put this text in quotes.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash begins a special sign; use single quotes, or write it twice.',
}

/**
 * Parses a text that holds one document, up to the twentieth error: each is an Error with a stack, and a hostile file may
 * have a hundred thousand. The parser has no such option, so its own way to tell an error is wrapped.
 */
function parseYaml(
  text: string,
  lines: LineCounter,
): { readonly document: Document.Parsed | undefined; readonly errors: readonly YAMLError[] } {
  // Keys are compared below: the parser's own comparison takes the square of their number.
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false })
  const inner = composer as unknown as { onError: (...told: readonly unknown[]) => void }
  const tell = inner.onError
  let count = 0
  inner.onError = (...told) => {
    tell(...told)
    count++
    if (count >= MAX_OF_A_KIND) throw TOO_MANY
  }
  try {
    let document: Document.Parsed | undefined
    for (const one of composer.compose(tokensOf(text, lines), true, text.length)) {
      if (document) {
        const at: [number, number] = [one.range[0], one.range[1]]
        return { document, errors: [new YAMLParseError(at, 'MULTIPLE_DOCS', 'The file holds several documents')] }
      }
      document = one
    }
    return { document, errors: [...(document?.errors ?? []), ...(document?.warnings ?? [])].slice(0, MAX_OF_A_KIND) }
  } catch (reason) {
    if (reason !== TOO_MANY) throw reason
    const { errors, warnings } = composer.streamInfo()
    return { document: undefined, errors: [...errors, ...warnings].slice(0, MAX_OF_A_KIND) }
  }
}

/** The tokens of a text, up to the twentieth that is an error by itself. */
function* tokensOf(text: string, lines: LineCounter) {
  let count = 0
  for (const token of new Parser(lines.addNewLine).parse(text)) {
    yield token
    if (token.type === 'error') count++
    if (count >= MAX_OF_A_KIND) return
  }
}
const TOO_MANY = Symbol('more errors than are told')

type Tell = (code: DiagnosticCode, offset: number, message: string, cure: string) => void

/** Finds what is valid YAML but not plain data: anchors, tags, names given twice or that no field may have. */
function visitNodes(document: Document.Parsed, tell: Tell): void {
  visit(document, {
    Node(_key, node, path) {
      const offset = node.range?.[0] ?? 0
      if (path.filter(isNode).length > FILE_LIMITS.depth) {
        tell('E004', offset, `Something is nested deeper than ${FILE_LIMITS.depth} levels.`, 'Flatten it.')
        return visit.BREAK
      }
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined) || node.tag !== undefined)
        tell('E003', offset, 'Anchors, aliases and tags are not allowed: a pack is plain data.', 'Write the value out.')
      if (isMap(node)) checkNames(node, tell)
      return undefined
    },
  })
}

function checkNames(map: YAMLMap, tell: Tell): void {
  const seen = new Set<string>()
  for (const { key } of map.items as Pair[]) {
    const offset = (isNode(key) ? key.range?.[0] : undefined) ?? map.range?.[0] ?? 0
    if (!isScalar(key) || typeof key.value === 'object') {
      tell(
        'E007',
        offset,
        'The name of a field cannot be empty, a list or a map.',
        'Write a plain word before the colon.',
      )
      continue
    }
    const name = String(key.value)
    if (RESERVED.has(name)) tell('E008', offset, `No field can be called "${name}".`, 'Give it another name.')
    else if (seen.has(name)) tell('E011', offset, `The field "${name}" is given twice.`, 'Keep one of them.')
    seen.add(name)
  }
}

/** Character offset of a field; of the nearest enclosing node when the field itself is absent. */
function offsetOf(document: Document.Parsed, field: readonly PropertyKey[]): number | undefined {
  let node: Node | null = document.contents
  let offset = node?.range?.[0]
  for (const step of field) {
    if (isMap(node)) {
      const pair: (typeof node.items)[number] | undefined = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      )
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
