import { chartFor, type Header, misfitOfRun, misfitsOfHeader, replayLog } from '#core/session'
import { importSession, type StoredSession } from '#exchange'
import { type SealState, verifySeal } from '#sealing'
import { store } from './compose.ts'
import { Unopenable } from './damage.ts'
import { scenarioOf } from './library.ts'

/** What became of a file that was taken in: the session that is here now, or what is wrong; its seal if it has one. */
export type TakenIn = {
  readonly session?: { readonly id: string; readonly scenario: string }
  readonly problems: readonly string[]
  readonly seal?: SealState
}

/** Takes a session file in. One that does not follow from its scenario, or whose seal is broken or missing, is refused. */
export async function importFile(file: File): Promise<TakenIn> {
  const read = importSession(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) return { problems: read.problems.map(({ what, where, cure }) => `${where}: ${what} ${cure}`) }
  const { log } = read.value
  const header = log[0]?.record
  if (header?.kind !== 'header') return { problems: ['log.jsonl: The log has no header.'] }
  const mustBeSealed = header.mode === 'assessment' && log.at(-1)?.record.kind === 'outcome'
  const seal = await verifySeal(log, read.value.seal)
  if (seal.is === 'broken' || (seal.is === 'missing' && mustBeSealed)) return { problems: [], seal }
  const problems = await problemsWithScenario(read.value, header)
  if (problems.length > 0) return { problems }
  try {
    await store.importStored(read.value)
    const session = { id: header.sessionId, scenario: header.scenario }
    return { problems: [], session, ...(seal.is === 'unbroken' && { seal }) }
  } catch (reason) {
    return { problems: [reason instanceof Error ? reason.message : String(reason)] }
  }
}

/** Where a log does not follow from its scenario; nothing when that is neither in the file nor in this build. */
async function problemsWithScenario({ log, pack }: StoredSession, header: Header): Promise<readonly string[]> {
  const records = log.map(({ record }) => record)
  try {
    const scenario = await scenarioOf(pack, header.scenario, header.packHash)
    const inHeader = misfitsOfHeader(scenario, header)
    const inRun =
      inHeader.length === 0 && misfitOfRun(replayLog(scenario, records, chartFor(scenario, header)), records)
    return [...inHeader, ...(inRun ? [inRun] : [])].map(({ seq, what }) => `log.jsonl, record ${seq}: ${what}`)
  } catch (reason) {
    if (!(reason instanceof Unopenable)) throw reason
    return Object.keys(pack).length > 0 ? [reason.detail] : []
  }
}
