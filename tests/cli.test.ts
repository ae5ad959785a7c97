import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STOPPED } from '#core/scenario'
import { chain, type Header, type LogRecord } from '#core/session'
import { exportSession, importSession, type StoredSession, sha256Hex } from '#exchange'
import { createDeviceKey, sealLog } from '#sealing'
import { main } from '../src/cli/main.ts'
import { tinySession } from './fixtures/tiny-session.ts'

const BIN = join(import.meta.dirname, '../bin/simcell.mjs')
const TINY = join(import.meta.dirname, 'fixtures/packs/tiny')
const SCHEMAS = join(import.meta.dirname, '../scenarios/schema')
const folder = mkdtempSync(join(tmpdir(), 'simcell-cli-'))
const before = process.cwd()
beforeAll(() => process.chdir(folder))
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** A command as a person calls it, in a folder of its own; in this process, for starting one takes most of the time. */
async function simcell(...args: readonly string[]): Promise<Ran> {
  const said = { out: '', err: '' }
  const code = await main(args, {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return { code, ...said }
}
/** The program itself. */
function started(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}
const jsonOf = ({ out }: Ran) => JSON.parse(out)
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}
/** Plays acts on the tiny scenario; the file it wrote. */
async function played(name: string, acts: string, ...more: readonly string[]): Promise<string> {
  const list = write(`${name}.yaml`, acts)
  const out = `${name}.simcell`
  const fixed = ['--session-id', 'cli-test', '--started-at', '2026-01-01T00:00:00Z']
  const ran = await simcell('play', join(TINY, 'tiny'), '--acts', list, '--out', out, ...fixed, ...more)
  expect(ran, ran.err).toMatchObject({ code: 0, err: '' })
  return out
}

const GOOD =
  '- { do: "say:law.says-why", tone: calm }\n- { do: "say:good-morning" }\n- do: open:door\n- do: go:inside\n- { wait: 5 }\n- do: go:outside\n'
const BAD = '- do: open:door\n- do: go:inside\n- do: go:outside\n'

describe('simcell', () => {
  it('says what it is for and ends with 2 when nothing is asked', async () => {
    const { code, out, err } = started()
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('simcell COMMAND --help')
  })

  it('ends with 2 for what it does not understand, and says how it is called', async () => {
    expect(await simcell('paly')).toMatchObject({ code: 2, err: expect.stringContaining('There is no command "paly"') })
    expect(await simcell('score')).toMatchObject({ code: 2, err: expect.stringContaining('simcell score SESSION') })
    expect(await simcell('score', 'a.simcell', '--loud')).toMatchObject({
      code: 2,
      err: expect.stringContaining("'--loud'"),
    })
    expect(await simcell('replay', 'a.simcell', '--at', 'noon')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--at'),
    })
  })

  it('helps with every command, by example', async () => {
    for (const command of ['check', 'play', 'score', 'replay', 'coverage', 'schema']) {
      const { code, out } = await simcell(command, '--help')
      expect(code).toBe(0)
      expect(out).toContain(`npx simcell ${command}`)
    }
  })
})

describe('simcell check', () => {
  it('finds nothing wrong with a sound pack, by the folder of all scenarios or of one', async () => {
    expect(await simcell('check', TINY)).toMatchObject({ code: 0, out: expect.stringContaining('errors: 0') })
    expect(jsonOf(await simcell('check', join(TINY, 'tiny'), '--json'))).toMatchObject({
      ok: true,
      errors: 0,
      scenarios: [{ id: 'tiny', scenario: 'tiny', compiled: 2, walkthroughs: 1, stacks: [{ layers: ['law'] }] }],
      diagnostics: [],
    })
  })

  it('names every error at once, each with file, line, column and cure', async () => {
    cpSync(TINY, join(folder, 'broken'), { recursive: true })
    const edit = (path: string, from: string, to: string) => {
      const file = join(folder, 'broken', path)
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
    }
    edit('tiny/scenario.yaml', 'focus: prisoner', 'focus: prisonner')
    edit('tiny/layers/law.yaml', 'rule: T2', 'rule: T9')
    const ran = started('check', 'broken')
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/^broken\/tiny\/layers\/law\.yaml:\d+:\d+: error E018 .*T9/m)
    expect(ran.out).toMatch(/^broken\/tiny\/scenario\.yaml:\d+:\d+: error E010 .*Did you mean "prisoner"\?/m)
    const { ok, diagnostics } = jsonOf(await simcell('check', 'broken', '--json'))
    expect(ok).toBe(false)
    expect(diagnostics.map((d: { code: string }) => d.code).sort()).toEqual(['E010', 'E018'])
    expect(diagnostics[0]).toMatchObject({
      line: expect.any(Number),
      column: expect.any(Number),
      cure: expect.any(String),
    })
  })

  it('names a walkthrough whose act is not possible when its turn comes', async () => {
    cpSync(TINY, join(folder, 'unwalkable'), { recursive: true })
    const walkthrough = 'simcell: 1\nname: through a shut door\nstack: all\nsteps:\n  - do: go:inside\n'
    writeFileSync(join(folder, 'unwalkable/tiny/walkthroughs/wall.yaml'), walkthrough)
    const ran = await simcell('check', 'unwalkable')
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/walkthroughs\/wall\.yaml:5:\d+: error F001 .*"go:inside" was not possible/)
  })

  it('says so when there is nothing to check', async () => {
    expect(await simcell('check', 'nowhere')).toMatchObject({
      code: 1,
      out: expect.stringContaining('There is no such folder'),
    })
  })
})

describe('simcell play, score and replay', () => {
  it('plays acts, and scores what was played with outcome and evidence', async () => {
    const session = await played('good', GOOD)
    const scored = jsonOf(await simcell('score', session, '--json'))
    expect(scored).toMatchObject({ ok: true, ending: 'left', header: { sessionId: 'cli-test', stack: ['law'] } })
    expect(scored.disciplines.law).toMatchObject({ percent: 100, fails: false, critical: [] })
    expect(scored.disciplines.law.criteria[0]).toMatchObject({
      id: 'law.explains-first',
      outcome: 'met',
      evidence: [
        { seq: 1, atMs: 2000 },
        { seq: 4, atMs: 8000 },
      ],
    })
    const worse = jsonOf(await simcell('score', await played('bad', BAD), '--json'))
    expect(worse.disciplines.law.percent).toBeLessThan(100)
    expect((await simcell('score', session)).out).toContain('law: 100 %')
  })

  it('writes the same bytes for the same session', async () => {
    const [one, two] = [await played('one', GOOD), await played('two', GOOD)].map((path) =>
      readFileSync(join(folder, path)),
    )
    expect(one?.equals(two ?? Buffer.of())).toBe(true)
  })

  it('plays a shipped walkthrough with its own setup, and another stack when asked', async () => {
    const walkthrough = readFileSync(join(TINY, 'tiny/walkthroughs/model.yaml'), 'utf8')
    expect(jsonOf(await simcell('score', await played('model', walkthrough), '--json')).disciplines.law.percent).toBe(
      100,
    )
    expect(jsonOf(await simcell('score', await played('bare', BAD, '--stack', 'none'), '--json')).disciplines).toEqual(
      {},
    )
  })

  it('names the act that was not possible, with its line and what was possible', async () => {
    write('wall.yaml', '- wait: 1\n- do: go:inside\n')
    const ran = await simcell('play', join(TINY, 'tiny'), '--acts', 'wall.yaml', '--out', 'wall.simcell')
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(
      /^wall\.yaml:2:\d+: error F001 .*"go:inside" was not possible at 0:03\.0\. Possible then: .*open:door/,
    )
    expect(readdirSync(folder)).not.toContain('wall.simcell')
  })

  it('shows what is possible at a step, without writing anything', async () => {
    write('good.yaml', GOOD)
    const { snapshot } = jsonOf(
      await simcell('play', join(TINY, 'tiny'), '--acts', 'good.yaml', '--at-step', '3', '--json'),
    )
    expect(snapshot).toMatchObject({ seq: 3, props: { door: 'open' } })
    expect(snapshot.affordances.map((a: { act: { do: string } }) => a.act.do)).toContain('go:inside')
  })

  it('shows any moment as it was', async () => {
    const session = await played('seen', GOOD)
    const at = async (ms: string) => jsonOf(await simcell('replay', session, '--at', ms, '--json'))
    expect((await at('7999')).snapshot).toMatchObject({
      timeMs: 7999,
      seq: 3,
      officer: { station: 'outside' },
      ending: null,
    })
    expect((await at('8000')).snapshot).toMatchObject({ timeMs: 8000, seq: 4, officer: { station: 'inside' } })
    expect((await at('end')).snapshot).toMatchObject({ ending: 'left' })
    expect(await simcell('replay', session, '--at', '99999999')).toMatchObject({
      code: 1,
      err: expect.stringContaining('lasts until'),
    })
  })

  it('refuses a session that was changed, and names the part', async () => {
    const path = join(folder, await played('whole', GOOD))
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
    writeFileSync(path, bytes)
    const ran = await simcell('score', 'whole.simcell')
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^whole\.simcell.*error/) })
    expect(ran.err).not.toContain('    at ')
    expect(jsonOf(await simcell('score', 'whole.simcell', '--json'))).toMatchObject({
      ok: false,
      diagnostics: [{ severity: 'error' }],
    })
  })

  it('checks the scenario inside a session', async () => {
    expect(await simcell('check', await played('inside', GOOD))).toMatchObject({
      code: 0,
      out: expect.stringContaining('tiny 1.0.0'),
    })
  })

  it('says when a file is not UTF-8, and reads one that begins with its mark', async () => {
    writeFileSync(join(folder, 'latin.yaml'), Buffer.from('# t\u00e4na\n- do: open:door\n', 'latin1'))
    write('marked.yaml', `\uFEFF${GOOD}`)
    const plays = (list: string) => simcell('play', join(TINY, 'tiny'), '--acts', list, '--out', 'coded.simcell')
    expect(await plays('latin.yaml')).toMatchObject({ code: 1, err: expect.stringMatching(/^latin\.yaml.*UTF-8/) })
    expect(await plays('marked.yaml')).toMatchObject({ code: 0, err: '' })
  })

  it('says when a log does not follow from its scenario, though its hashes are right', async () => {
    await played('followed', GOOD)
    const read = importSession(readFileSync(join(folder, 'followed.simcell')))
    if (!read.ok) throw new Error('The session cannot be read.')
    const forged = async (edit: (record: LogRecord) => object) => {
      const records = read.value.log.map(({ record }) => ({ ...record, ...edit(record) }) as LogRecord)
      writeFileSync(join(folder, 'forged.simcell'), exportSession({ ...read.value, log: chain(records, sha256Hex) }))
      return simcell('score', 'forged.simcell')
    }
    const inHeader = (part: object) => (record: LogRecord) => (record.kind === 'header' ? part : {})
    for (const [edit, said] of [
      [(record: LogRecord) => (record.kind === 'outcome' ? { ending: 'stopped' } : {}), /ended as "left"/],
      [inHeader({ scenarioVersion: '9.9.9' }), /version "9.9.9"/],
      [inHeader({ locale: 'zz' }), /language "zz"/],
      [inHeader({ personas: { prisoner: 'mart', guest: 'mart' } }), /called "guest"/],
      [inHeader({ looks: { prisoner: { hair: 'red' } } }), /not "hair"/],
      [inHeader({ variation: 'toString' }), /variation "toString"/],
    ] as const)
      expect(await forged(edit)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(said) })
    expect(await forged(() => ({}))).toMatchObject({ code: 0 })
  })

  it('reads no file through a link, and none that is a folder', async () => {
    const pack = join(folder, 'linked')
    cpSync(TINY, pack, { recursive: true })
    const law = join(pack, 'tiny/layers/law.yaml')
    renameSync(law, join(folder, 'law.yaml'))
    symlinkSync(join(folder, 'law.yaml'), law)
    mkdirSync(join(pack, 'tiny/walkthroughs/odd.yaml'), { recursive: true })
    const ran = await simcell('check', pack)
    expect(ran).toMatchObject({ code: 1, out: expect.stringMatching(/law\.yaml.*link/) })
    expect(ran.out).toMatch(/odd\.yaml.*folder/)
  })

  it('names what is wrong with a list of acts, step by step', async () => {
    write('odd.yaml', '- do: open:door\n- wat: 2\n- { wait: -1 }\n')
    const ran = await simcell('play', join(TINY, 'tiny'), '--acts', 'odd.yaml', '--out', 'odd.simcell')
    expect(ran.code).toBe(1)
    expect(ran.err.split('\n').filter((line) => /^odd\.yaml:[23]:/.test(line))).toHaveLength(2)
  })
})

describe('simcell coverage', () => {
  type Counts = readonly { readonly id: string; readonly sessions: number }[]

  it('counts in how many sessions of a folder each part was met, and names what nobody did', async () => {
    mkdirSync(join(folder, 'practice/group-a'), { recursive: true })
    for (const [name, acts] of [
      ['practice/careful', GOOD],
      ['practice/hasty', BAD],
      ['practice/group-a/hasty-too', BAD],
    ] as const)
      await played(name, acts)
    const ran = await simcell('coverage', 'practice', '--json')
    expect(ran).toMatchObject({ code: 0, err: '' })
    const { ok, scenarios } = jsonOf(ran)
    expect([ok, scenarios.length]).toEqual([true, 1])
    const [found] = scenarios
    expect(found).toMatchObject({ id: 'tiny', version: '1.0.0', sessions: 3 })
    const counted = (part: Counts, id: string) => part.find((one) => one.id === id)?.sessions
    // Only the careful one explained; all of them left.
    expect(counted(found.parts.lines, 'law.says-why')).toBe(1)
    expect(counted(found.parts.endings, 'left')).toBe(3)
    const explains = found.criteria.find(({ id }: { id: string }) => id === 'law.explains-first')
    expect(explains.outcomes).toMatchObject({ met: 1, missed: 2 })
    const never = (found.parts.lines as Counts).filter(({ sessions }) => sessions === 0).map(({ id }) => id)
    const { out } = await simcell('coverage', 'practice')
    expect(out).toContain('tiny 1.0.0: 3 sessions')
    expect(out).toContain('law.explains-first: met 1, missed 2')
    for (const id of never) expect(out).toMatch(new RegExp(`never: .*\\b${id}\\b`))
    expect(never.length).toBeGreaterThan(0)
  })

  it('counts what can be read, and names what cannot', async () => {
    mkdirSync(join(folder, 'mixed'))
    await played('mixed/whole', GOOD)
    write('mixed/torn.simcell', 'no session')
    const ran = await simcell('coverage', 'mixed', '--json')
    expect(ran.code).toBe(1)
    expect(jsonOf(ran)).toMatchObject({ ok: false, scenarios: [{ id: 'tiny', sessions: 1 }] })
    expect(jsonOf(ran).diagnostics).toEqual([expect.objectContaining({ severity: 'error' })])
  })

  it('says so when a folder holds no session', async () => {
    mkdirSync(join(folder, 'empty'))
    expect(await simcell('coverage', 'empty')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no session here'),
    })
  })
})

describe('simcell schema', () => {
  it('keeps the committed schemas current (npm run schemas brings them up to date)', async () => {
    const schemas = jsonOf(await simcell('schema', '--json'))
    for (const [kind, schema] of Object.entries(schemas))
      expect(JSON.parse(readFileSync(join(SCHEMAS, `${kind}.schema.json`), 'utf8')), kind).toEqual(schema)
    expect(readdirSync(SCHEMAS).sort()).toEqual(
      Object.keys(schemas)
        .map((kind) => `${kind}.schema.json`)
        .sort(),
    )
  })
})

describe('simcell score, of an assessment', () => {
  type Seal = 'own' | 'another' | 'none'
  /** A session that was ended at once, as the log of it is. */
  function ended(part: Partial<Header>): StoredSession {
    const { log, pack } = tinySession(0, { mode: 'assessment', ...part })
    const header = log[0]?.record as Header
    const end: LogRecord = { kind: 'act', seq: 1, timeMs: 500, act: { do: 'end:session' } }
    const outcome: LogRecord = { kind: 'outcome', seq: 2, timeMs: 500, ending: STOPPED }
    return { log: chain([header, end, outcome], sha256Hex), pack, poses: [], reflection: undefined }
  }

  /** Such a session with a seal of its own, that of another log, or none. */
  async function assessed(name: string, seal: Seal, part: Partial<Header> = {}): Promise<string> {
    const session = ended(part)
    const sealed = seal === 'another' ? ended({ seed: 99 }) : session
    const device = await sealLog(sealed.log, await createDeviceKey(), '2026-03-02T08:00:00.000Z')
    writeFileSync(
      join(folder, `${name}.simcell`),
      exportSession({ ...session, ...(seal !== 'none' && { seal: device }) }),
    )
    return `${name}.simcell`
  }

  it('says by which device it was sealed, and that it is unbroken', async () => {
    const file = await assessed('sealed', 'own')
    const { code, out } = await simcell('score', file)
    expect(out).toMatch(/Sealed by device ([0-9A-F]{4} ){3}[0-9A-F]{4} on 2026-03-02T08:00:00\.000Z, unbroken\./)
    expect(code).toBe(0)
    expect(jsonOf(await simcell('score', file, '--json'))).toMatchObject({
      ok: true,
      seal: { is: 'unbroken' },
      faults: [],
    })
  })

  it('ends with 1 and says why for the seal of another log, for none, and for a person who was chosen', async () => {
    const forged = await simcell('score', await assessed('forged', 'another'))
    expect([forged.code, forged.out]).toEqual([1, expect.stringContaining('the log is not the one that was sealed')])
    const bare = await simcell('score', await assessed('bare', 'none'))
    expect([bare.code, bare.out]).toEqual([1, expect.stringContaining('it has no seal')])
    const chosen = await simcell('score', await assessed('chosen', 'own', { personas: {} }))
    expect([chosen.code, chosen.out]).toEqual([1, expect.stringContaining('not what the seed of this session draws')])
  })
})
