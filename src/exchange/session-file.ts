import { strToU8, type Zippable, zipSync } from 'fflate'
import { readOtherSide } from '#core/perspective'
import { canonical, decodePose, packHashOf } from '#core/session'
import { readDeviceSeal } from '#sealing'
import { checkLog, hashesOf, writeRecords } from './check-log.ts'
import { sha256Hex, sha256OfBytes } from './hash.ts'
import { type FileProblem, IMPORT_LIMITS, type ImportLimits } from './limits.ts'
import { type Manifest, readManifest, writeManifest } from './manifest.ts'
import { PACK_FOLDER } from './member-name.ts'
import { readNotes, readReflection, writeNotes } from './notes.ts'
import { addSeal, isSealed } from './seal.ts'
import type { StoredSession } from './stored-session.ts'
import { type Member, readZip } from './zip-reader.ts'

/** `notes` are for the reader of a session that opens, e.g. that its scenario is not at hand. */
export type Imported =
  | { readonly ok: true; readonly value: StoredSession; readonly notes: readonly FileProblem[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** The earliest moment a zip can name, in local time as zips have it: equal sessions are equal files. */
const ZIP_TIME = new Date(1980, 0, 1)

/**
 * Writes a session as one `.simcell` file. The same session gives the same bytes.
 *
 * @throws {Error} a log without a header: there is no such session
 */
export function exportSession({ log, poses, pack, reflection, notes, otherSide, seal }: StoredSession): Uint8Array {
  const header = log[0]?.record
  if (header?.kind !== 'header')
    throw new Error('A session without a header cannot be exported; read it from the store first.')
  const files: [string, Uint8Array][] = [['log.jsonl', strToU8(writeRecords(log))]]
  if (poses.length > 0) files.push(['pose.bin', joined(poses)])
  if (reflection)
    files.push([
      'reflection.json',
      strToU8(`${JSON.stringify({ change: reflection.change, keep: reflection.keep })}\n`),
    ])
  if (notes) files.push(['notes.json', strToU8(writeNotes(notes))])
  if (otherSide) files.push(['other-side.json', strToU8(`${canonical(otherSide)}\n`)])
  if (seal) files.push(['seal.json', strToU8(`${canonical(seal)}\n`)])
  for (const path of Object.keys(pack).sort()) files.push([`${PACK_FOLDER}${path}`, strToU8(pack[path] ?? '')])
  const manifest = writeManifest({
    simcell: 'session',
    format: otherSide || seal ? 2 : 1,
    app: header.appVersion,
    ...hashesOf(log),
    poses: poses.map((chunk) => chunk.length),
    members: files.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256OfBytes(bytes) })),
  })
  const members: Zippable = Object.fromEntries([['manifest.json', strToU8(manifest)], ...files])
  return addSeal(zipSync(members, { mtime: ZIP_TIME, level: 9 }))
}

/**
 * Reads a `.simcell` file and proves it whole: names, sizes, checksums, hash chain, scenario, and every byte between.
 * Never throws, and takes less than a second whatever the bytes are.
 */
export function importSession(bytes: Uint8Array, limits: ImportLimits = IMPORT_LIMITS): Imported {
  const zip = readZip(bytes, limits)
  if (!zip.ok) return zip
  const manifest = manifestOf(zip.members)
  if ('what' in manifest) return refuse(manifest)
  const changed = changedMembers(zip.members, manifest)
  const logText = zip.members.get('log.jsonl')?.data
  if (!logText) return refuse({ what: 'The log is missing.', where: 'log.jsonl', cure: CURE })
  // A log that is damaged is read as far as it goes, to say where.
  const checked = checkLog(new TextDecoder('utf-8', { ignoreBOM: true }).decode(logText), manifest)
  if (!checked.ok) return refuse(...checked.problems, ...changed.filter(({ where }) => where !== 'log.jsonl'))
  if (changed.length > 0) return refuse(...changed)
  const poses = posesOf(zip.members.get('pose.bin')?.data, manifest)
  const written = writtenIn(zip.members)
  const pack = packOf(zip.members)
  const header = checked.log[0]?.record
  const expected = header?.kind === 'header' ? header.packHash : ''
  const problems = [...written.problems, ...[poses, pack].flatMap((part) => ('what' in part ? [part] : []))]
  if ('files' in pack && pack.count > 0 && packHashOf(pack.files, sha256Hex) !== expected)
    problems.push({
      what: 'The scenario in the file is not the one the session was played with.',
      where: PACK_FOLDER,
      cure: CURE,
    })
  if (!isSealed(bytes))
    problems.push({
      what: 'The file was changed after it was exported, though its parts are whole.',
      where: 'between the members of the zip',
      cure: CURE,
    })
  if (problems.length > 0 || 'what' in poses || 'what' in pack) return refuse(...problems)
  const { reflection, ...rest } = written.parts
  const packless = {
    what: 'The scenario this session was played with is not in the file.',
    where: PACK_FOLDER,
    cure: 'The log can be read; to see it in the cell, add the same version of the scenario.',
  }
  return {
    ok: true,
    value: { log: checked.log, poses: poses.chunks, pack: pack.files, reflection, ...rest },
    notes: pack.count > 0 ? [] : [packless],
  }
}

const CURE = 'Use the file as Simcell exported it; ask for it again if it was sent to you.'
const refuse = (...problems: readonly FileProblem[]): Imported => ({ ok: false, problems })

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The text of bytes that must be UTF-8; `undefined` when they are not. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function manifestOf(members: ReadonlyMap<string, Member>): Manifest | FileProblem {
  const member = members.get('manifest.json')
  if (!member) return { what: 'This is not a session file: it has no manifest.', where: 'the file', cure: CURE }
  if (!member.isWhole) return { what: 'The manifest is damaged.', where: 'manifest.json', cure: CURE }
  const manifest = readManifest(textOf(member.data) ?? '')
  return typeof manifest === 'string'
    ? {
        what: manifest,
        where: 'manifest.json',
        cure: manifest.includes('format') ? 'Open it with the version of Simcell that wrote it, or a newer one.' : CURE,
      }
    : manifest
}

/** Members that are damaged, were changed, are missing, or that the manifest does not know. */
function changedMembers(members: ReadonlyMap<string, Member>, manifest: Manifest): readonly FileProblem[] {
  const listed = new Map(manifest.members.map((member) => [member.name, member]))
  const names = [...new Set([...listed.keys(), ...members.keys()])].filter((name) => name !== 'manifest.json')
  return names.flatMap((name) => {
    const [member, claim] = [members.get(name), listed.get(name)]
    if (!member) return { what: 'A part the manifest names is missing.', where: name.slice(0, 120), cure: CURE }
    if (!claim) return { what: 'The manifest does not know this part.', where: name, cure: CURE }
    const isSame = member.isWhole && member.data.length === claim.bytes && sha256OfBytes(member.data) === claim.sha256
    return isSame ? [] : { what: 'The part was changed or damaged.', where: name, cure: CURE }
  })
}

function posesOf(
  bytes: Uint8Array = new Uint8Array(),
  { poses }: Manifest,
): { readonly chunks: readonly Uint8Array[] } | FileProblem {
  if (poses.reduce((sum, length) => sum + length, 0) !== bytes.length)
    return { what: 'The chunks of the pose channel do not add up to it.', where: 'pose.bin', cure: CURE }
  let at = 0
  const chunks = poses.map((length) => {
    at += length
    return bytes.slice(at - length, at)
  })
  try {
    for (const chunk of chunks) decodePose(chunk)
    return { chunks }
  } catch (reason) {
    return { what: reason instanceof Error ? reason.message : String(reason), where: 'pose.bin', cure: CURE }
  }
}

/** What people and the device wrote beside the log, by its place in a stored session. */
type WrittenParts = Pick<StoredSession, 'reflection' | 'notes' | 'otherSide' | 'seal'>
const WRITTEN: Readonly<
  Record<keyof WrittenParts, readonly [name: string, read: (value: unknown) => object | undefined]>
> = {
  reflection: ['reflection.json', readReflection],
  notes: ['notes.json', readNotes],
  otherSide: ['other-side.json', readOtherSide],
  seal: ['seal.json', readDeviceSeal],
}

/** Those of them that are there; one that cannot be read is a problem. */
function writtenIn(members: ReadonlyMap<string, Member>) {
  const parts: Record<string, object> = {}
  const problems: FileProblem[] = []
  for (const [part, [name, read]] of Object.entries(WRITTEN)) {
    const member = members.get(name)
    if (!member) continue
    const value = read(jsonIn(member.data))
    if (value) parts[part] = value
    else problems.push({ what: 'The part cannot be read.', where: name, cure: CURE })
  }
  return { parts: parts as WrittenParts, problems }
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes) ?? '')
  } catch {
    return undefined
  }
}

function packOf(
  members: ReadonlyMap<string, Member>,
): { readonly files: Readonly<Record<string, string>>; readonly count: number } | FileProblem {
  const files: [string, string][] = []
  for (const [name, { data }] of members) {
    if (!name.startsWith(PACK_FOLDER)) continue
    const text = textOf(data)
    if (text === undefined) return { what: 'The file is not UTF-8 text.', where: name, cure: CURE }
    files.push([name.slice(PACK_FOLDER.length), text])
  }
  return { files: Object.fromEntries(files), count: files.length }
}
