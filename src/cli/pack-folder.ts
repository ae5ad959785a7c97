import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type PackFiles, parseScenario, type Scenario } from '#core/scenario'
import { BadInput, badFile, MAX_TEXT_BYTES, type Problem, problemOf } from './problem.ts'

/** Folders whose files all scenarios of a pack may use. */
const SHARED = ['personas', 'phrases', 'places', 'rules']

/** A scenario to read: its id, the files it may use, and how its files are called outside. */
export type Source = {
  readonly id: string
  readonly files: PackFiles
  /** path of a pack file as the user sees it */ readonly shown: (path: string) => string
}

/**
 * The scenarios a path names: those of a scenarios folder, or the one of a scenario's own folder.
 *
 * @throws {BadInput} a path that holds no scenario
 */
export function sourcesIn(path: string): readonly Source[] {
  const folder = basename(path) === 'scenario.yaml' ? dirname(resolve(path)) : resolve(path)
  if (!isFolder(folder))
    throw badFile(path, 'There is no such folder.', 'Name a scenarios folder, a scenario folder or a .simcell file.')
  if (isFile(join(folder, 'scenario.yaml'))) return [sourceOf(dirname(folder), basename(folder))]
  const ids = readdirSync(folder).filter((name) => isFile(join(folder, name, 'scenario.yaml')))
  if (ids.length === 0)
    throw badFile(path, 'There is no scenario here.', 'A scenario is a folder with a scenario.yaml in it.')
  return ids.sort().map((id) => sourceOf(folder, id))
}

/**
 * One scenario by the path of its folder, or by its id in `./scenarios` or among those that come with Simcell.
 *
 * @throws {BadInput} nothing of that name
 */
export function sourceNamed(name: string): Source {
  const shipped = resolve(import.meta.dirname, '../../scenarios')
  const places = [name, join('scenarios', name), ...(/[/\\]/.test(name) ? [] : [join(shipped, name)])]
  const found = places.map((place) => resolve(place)).find((place) => isFile(join(place, 'scenario.yaml')))
  if (found !== undefined) return sourceOf(dirname(found), basename(found))
  const known = readdirSync(shipped).filter((id) => isFile(join(shipped, id, 'scenario.yaml')))
  throw badFile(name, 'There is no such scenario.', `Name its folder, or one of: ${known.join(', ')}.`)
}

/** Reads and checks a scenario. @throws {BadInput} with every diagnostic */
export function readScenario(source: Source): Scenario {
  const parsed = parseScenario(source.files, source.id)
  if (!parsed.ok) throw new BadInput(shownProblems(source, parsed.diagnostics))
  return parsed.value
}

/** Diagnostics with the paths the user knows. */
export const shownProblems = (source: Source, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, file: source.shown(problem.file) }))

/** Text of a file the user named. @throws {BadInput} no such file, far too large, or not UTF-8 */
export function readText(path: string): string {
  if (!isFile(path)) throw badFile(path, 'There is no such file.')
  const { size } = statSync(path)
  if (size > MAX_TEXT_BYTES) throw badFile(path, `The file has ${size} bytes.`, `At most ${MAX_TEXT_BYTES} are read.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    throw badFile(path, 'The file is not written in UTF-8.', 'Save it as UTF-8 in the editor.')
  }
}

/** @throws {BadInput} what is called like a file of a scenario and is none; a file that is not UTF-8 or far too large */
function sourceOf(root: string, id: string): Source {
  const files: Record<string, string> = {}
  const unread: Problem[] = []
  for (const top of [id, ...SHARED])
    for (const path of entriesBelow(join(root, top), top)) {
      if (!isPlainFile(join(root, path)))
        unread.push(
          problemOf(join(root, path), 'This is a link or a folder called like a file.', 'Put the file itself here.'),
        )
      else files[path] = path.endsWith('.yaml') ? readText(join(root, path)) : ''
    }
  if (unread.length > 0) throw new BadInput(unread)
  return { id, files, shown: (path) => relative('', join(root, path)) || path }
}

/**
 * Every file below a folder that an author put there, and what stands for one: hidden files and editors' leavings are not
 * his. A link is not followed: it may lead out of the pack, or round in it.
 */
function entriesBelow(folder: string, name: string): readonly string[] {
  if (!isFolder(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !entry.name.endsWith('~'))
    .flatMap((entry) => {
      const path = `${name}/${entry.name}`
      return entry.isDirectory() && !path.endsWith('.yaml') ? entriesBelow(join(folder, entry.name), path) : path
    })
}

const isPlainFile = (path: string): boolean => lstatSync(path).isFile()
export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
