import { firstBroken, type LogRecord, misfitOfRun, packHashOf, type Replay } from '#core/session'
import { type StoredSession, sha256Hex } from '#exchange'

/**
 * What keeps a stored session from being trusted to its end. It is then shown as far as it is whole, says so, and is
 * never written on.
 */
export type Damage = {
  /**
   * `record`: the hash chain breaks there, so it or one before it was changed · `act`: the scenario does not let it be
   * done again · `outcome`: it did not end as it says · `pack`: the scenario files are not the ones it was played with
   */
  readonly what: 'record' | 'act' | 'outcome' | 'pack'
  /** the first record that is not shown; 0 for the pack */ readonly seq: number
}

/** A session that cannot be opened at all; worded by `failures.<why>`. */
export class Unopenable extends Error {
  constructor(
    readonly why: 'no-session' | 'no-header' | 'misfit' | 'scenario',
    readonly detail = '',
  ) {
    super(why)
  }
}

/** Proves the chain and the pack of a session. @throws {Unopenable} not even its header can be trusted */
export function damageOf({ log, pack }: StoredSession): Damage | undefined {
  const broken = firstBroken(log, sha256Hex)
  const header = log[0]?.record
  if (broken === 0 || header?.kind !== 'header') throw new Unopenable('no-header')
  if (broken !== undefined) return { what: 'record', seq: broken }
  return packHashOf(pack, sha256Hex) === header.packHash ? undefined : { what: 'pack', seq: 0 }
}

/** The damage that only shows when a log is played again: an act that cannot be done, an end that did not come. */
export function damageIn(replay: Replay, records: readonly LogRecord[]): Damage | undefined {
  const misfit = misfitOfRun(replay, records)
  return misfit && { what: replay.stoppedAt ? 'act' : 'outcome', seq: misfit.seq }
}
