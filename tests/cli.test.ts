import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Header } from '#core/session'
import { exportSession } from '#exchange'
import { createDeviceKey, sealLog } from '#sealing'
import { tinySession } from './fixtures/tiny-session.ts'

/** The command line as a person meets it: the program, started in a folder of its own. */
const BIN = join(import.meta.dirname, '../bin/simcell.mjs')
const TINY = join(import.meta.dirname, 'fixtures/packs/tiny')
const SCHEMAS = join(import.meta.dirname, '../scenarios/schema')
const folder = mkdtempSync(join(tmpdir(), 'simcell-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

function simcell(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}
const jsonOf = ({ out }: Ran) => JSON.parse(out)
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}
/** Plays acts on the tiny scenario; the file it wrote. */
function played(name: string, acts: string, ...more: readonly string[]): string {
  const list = write(`${name}.yaml`, acts)
  const out = `${name}.simcell`
  const fixed = ['--session-id', 'cli-test', '--started-at', '2026-01-01T00:00:00Z']
  const ran = simcell('play', join(TINY, 'tiny'), '--acts', list, '--out', out, ...fixed, ...more)
  expect(ran, ran.err).toMatchObject({ code: 0, err: '' })
  return out
}

const GOOD =
  '- { do: "say:law.says-why", tone: calm }\n- { do: "say:good-morning" }\n- do: open:door\n- do: go:inside\n- { wait: 5 }\n- do: go:outside\n'
const BAD = '- do: open:door\n- do: go:inside\n- do: go:outside\n'

describe('simcell', () => {
  it('says what it is for and ends with 2 when nothing is asked', () => {
    const { code, out, err } = simcell()
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('simcell COMMAND --help')
  })

  it('ends with 2 for what it does not understand, and says how it is called', () => {
    expect(simcell('paly')).toMatchObject({ code: 2, err: expect.stringContaining('There is no command "paly"') })
    expect(simcell('score')).toMatchObject({ code: 2, err: expect.stringContaining('simcell score SESSION') })
    expect(simcell('score', 'a.simcell', '--loud')).toMatchObject({ code: 2, err: expect.stringContaining("'--loud'") })
    expect(simcell('replay', 'a.simcell', '--at', 'noon')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--at'),
    })
  })

  it('helps with every command, by example', () => {
    for (const command of ['check', 'play', 'score', 'replay', 'schema']) {
      const { code, out } = simcell(command, '--help')
      expect(code).toBe(0)
      expect(out).toContain(`npx simcell ${command}`)
    }
  })
})

describe('simcell check', () => {
  it('finds nothing wrong with a sound pack, by the folder of all scenarios or of one', () => {
    expect(simcell('check', TINY)).toMatchObject({ code: 0, out: expect.stringContaining('errors: 0') })
    expect(jsonOf(simcell('check', join(TINY, 'tiny'), '--json'))).toMatchObject({
      ok: true,
      errors: 0,
      scenarios: [{ id: 'tiny', scenario: 'tiny', compiled: 2, walkthroughs: 1, stacks: [{ layers: ['law'] }] }],
      diagnostics: [],
    })
  })

  it('names every error at once, each with file, line, column and cure', () => {
    cpSync(TINY, join(folder, 'broken'), { recursive: true })
    const edit = (path: string, from: string, to: string) => {
      const file = join(folder, 'broken', path)
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
    }
    edit('tiny/scenario.yaml', 'focus: prisoner', 'focus: prisonner')
    edit('tiny/layers/law.yaml', 'rule: T2', 'rule: T9')
    const ran = simcell('check', 'broken')
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/^broken\/tiny\/layers\/law\.yaml:\d+:\d+: error E018 .*T9/m)
    expect(ran.out).toMatch(/^broken\/tiny\/scenario\.yaml:\d+:\d+: error E010 .*Did you mean "prisoner"\?/m)
    const { ok, diagnostics } = jsonOf(simcell('check', 'broken', '--json'))
    expect(ok).toBe(false)
    expect(diagnostics.map((d: { code: string }) => d.code).sort()).toEqual(['E010', 'E018'])
    expect(diagnostics[0]).toMatchObject({
      line: expect.any(Number),
      column: expect.any(Number),
      cure: expect.any(String),
    })
  })

  it('names a walkthrough whose act is not possible when its turn comes', () => {
    cpSync(TINY, join(folder, 'unwalkable'), { recursive: true })
    const walkthrough = 'simcell: 1\nname: through a shut door\nstack: all\nsteps:\n  - do: go:inside\n'
    writeFileSync(join(folder, 'unwalkable/tiny/walkthroughs/wall.yaml'), walkthrough)
    const ran = simcell('check', 'unwalkable')
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/walkthroughs\/wall\.yaml:5:\d+: error F001 .*"go:inside" was not possible/)
  })

  it('says so when there is nothing to check', () => {
    expect(simcell('check', 'nowhere')).toMatchObject({
      code: 1,
      out: expect.stringContaining('There is no such folder'),
    })
  })
})

describe('simcell play, score and replay', () => {
  it('plays acts, and scores what was played with outcome and evidence', () => {
    const session = played('good', GOOD)
    const scored = jsonOf(simcell('score', session, '--json'))
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
    const worse = jsonOf(simcell('score', played('bad', BAD), '--json'))
    expect(worse.disciplines.law.percent).toBeLessThan(100)
    expect(simcell('score', session).out).toContain('law: 100 %')
  })

  it('writes the same bytes for the same session', () => {
    const [one, two] = [played('one', GOOD), played('two', GOOD)].map((path) => readFileSync(join(folder, path)))
    expect(one?.equals(two ?? Buffer.of())).toBe(true)
  })

  it('plays a shipped walkthrough with its own setup, and another stack when asked', () => {
    const walkthrough = readFileSync(join(TINY, 'tiny/walkthroughs/model.yaml'), 'utf8')
    expect(jsonOf(simcell('score', played('model', walkthrough), '--json')).disciplines.law.percent).toBe(100)
    expect(jsonOf(simcell('score', played('bare', BAD, '--stack', 'none'), '--json')).disciplines).toEqual({})
  })

  it('names the act that was not possible, with its line and what was possible', () => {
    write('wall.yaml', '- wait: 1\n- do: go:inside\n')
    const ran = simcell('play', join(TINY, 'tiny'), '--acts', 'wall.yaml', '--out', 'wall.simcell')
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(
      /^wall\.yaml:2:\d+: error F001 .*"go:inside" was not possible at 0:03\.0\. Possible then: .*open:door/,
    )
    expect(readdirSync(folder)).not.toContain('wall.simcell')
  })

  it('shows what is possible at a step, without writing anything', () => {
    write('good.yaml', GOOD)
    const { snapshot } = jsonOf(simcell('play', join(TINY, 'tiny'), '--acts', 'good.yaml', '--at-step', '3', '--json'))
    expect(snapshot).toMatchObject({ seq: 3, props: { door: 'open' } })
    expect(snapshot.affordances.map((a: { act: { do: string } }) => a.act.do)).toContain('go:inside')
  })

  it('shows any moment as it was', () => {
    const session = played('seen', GOOD)
    const at = (ms: string) => jsonOf(simcell('replay', session, '--at', ms, '--json'))
    expect(at('7999').snapshot).toMatchObject({ timeMs: 7999, seq: 3, officer: { station: 'outside' }, ending: null })
    expect(at('8000').snapshot).toMatchObject({ timeMs: 8000, seq: 4, officer: { station: 'inside' } })
    expect(at('end').snapshot).toMatchObject({ ending: 'left' })
    expect(simcell('replay', session, '--at', '99999999')).toMatchObject({
      code: 1,
      err: expect.stringContaining('lasts until'),
    })
  })

  it('refuses a session that was changed, and names the part', () => {
    const path = join(folder, played('whole', GOOD))
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
    writeFileSync(path, bytes)
    const ran = simcell('score', 'whole.simcell')
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^whole\.simcell.*error/) })
    expect(ran.err).not.toContain('    at ')
    expect(jsonOf(simcell('score', 'whole.simcell', '--json'))).toMatchObject({
      ok: false,
      diagnostics: [{ severity: 'error' }],
    })
  })

  it('checks the scenario inside a session', () => {
    expect(simcell('check', played('inside', GOOD))).toMatchObject({
      code: 0,
      out: expect.stringContaining('tiny 1.0.0'),
    })
  })

  it('names what is wrong with a list of acts, step by step', () => {
    write('odd.yaml', '- do: open:door\n- wat: 2\n- { wait: -1 }\n')
    const ran = simcell('play', join(TINY, 'tiny'), '--acts', 'odd.yaml', '--out', 'odd.simcell')
    expect(ran.code).toBe(1)
    expect(ran.err.split('\n').filter((line) => /^odd\.yaml:[23]:/.test(line))).toHaveLength(2)
  })
})

describe('simcell schema', () => {
  it('keeps the committed schemas current (npm run schemas brings them up to date)', () => {
    const schemas = jsonOf(simcell('schema', '--json'))
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
  /** A session of no acts with a seal of its own, that of another log, or none. */
  async function assessed(name: string, seal: Seal, part: Partial<Header> = {}): Promise<string> {
    const { log, pack } = tinySession(0, { mode: 'assessment', ...part })
    const sealed = seal === 'another' ? tinySession(0, { mode: 'assessment', seed: 99 }).log : log
    const device = await sealLog(sealed, await createDeviceKey(), '2026-03-02T08:00:00.000Z')
    const session = { log, pack, poses: [], reflection: undefined, ...(seal !== 'none' && { seal: device }) }
    writeFileSync(join(folder, `${name}.simcell`), exportSession(session))
    return `${name}.simcell`
  }

  it('says by which device it was sealed, and that it is unbroken', async () => {
    const file = await assessed('sealed', 'own')
    const { code, out } = simcell('score', file)
    expect(out).toMatch(/Sealed by device ([0-9A-F]{4} ){3}[0-9A-F]{4} on 2026-03-02T08:00:00\.000Z, unbroken\./)
    expect(code).toBe(0)
    expect(jsonOf(simcell('score', file, '--json'))).toMatchObject({ ok: true, seal: { is: 'unbroken' }, faults: [] })
  })

  it('ends with 1 and says why for the seal of another log, for none, and for a person who was chosen', async () => {
    const forged = simcell('score', await assessed('forged', 'another'))
    expect([forged.code, forged.out]).toEqual([1, expect.stringContaining('the log is not the one that was sealed')])
    const bare = simcell('score', await assessed('bare', 'none'))
    expect([bare.code, bare.out]).toEqual([1, expect.stringContaining('it has no seal')])
    const chosen = simcell('score', await assessed('chosen', 'own', { personas: {} }))
    expect([chosen.code, chosen.out]).toEqual([1, expect.stringContaining('not what the seed of this session draws')])
  })
})
