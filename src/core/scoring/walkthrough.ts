import type { GivenAnswer, Walkthrough } from '#core/scenario'
import type { ActRecord, Header, LogRecord } from '#core/session'

/** Pause between two acts of a walkthrough that names none: the pace of an unhurried person, ms. */
export const PACE_MS = 2000

/** One expectation of a walkthrough, and the number of acts after which it must hold. */
export type Expectation = {
  readonly afterActs: number
  readonly timeMs: number
  readonly expect: Readonly<Record<string, string | boolean | number>>
}

/**
 * The log a walkthrough would leave.
 *
 * @param answers in order of time; where the walkthrough branches, the latest one until then chooses, else `neutral`
 * @param knows whether the chart has an act: acts of layers that are off are left out, the rest keep their times
 */
export function walkthroughRecords(
  walkthrough: Walkthrough,
  header: Header,
  knows: (actId: string) => boolean = () => true,
  answers: readonly GivenAnswer[] = [],
): readonly LogRecord[] {
  const { acts, endMs } = timeline(walkthrough, answers)
  const known = acts.filter(({ act }) => knows(act.do)).map((record, n) => ({ ...record, seq: n + 1 }))
  return [header, ...known, { kind: 'outcome', seq: known.length + 1, timeMs: endMs, ending: '' }]
}

/** What a walkthrough expects on its way. */
export const expectationsOf = (walkthrough: Walkthrough): readonly Expectation[] =>
  timeline(walkthrough, []).expectations

function timeline(walkthrough: Walkthrough, answers: readonly GivenAnswer[]) {
  const acts: ActRecord[] = []
  const expectations: Expectation[] = []
  let timeMs = 0
  const go = (steps: Walkthrough['steps']) => {
    for (const step of steps) {
      if ('wait' in step) timeMs += Math.round(step.wait * 1000)
      else if ('expect' in step) expectations.push({ afterActs: acts.length, timeMs, expect: step.expect })
      else if ('by-his-answer' in step) {
        const answer = answers.findLast(({ atMs }) => atMs <= timeMs)?.answer ?? 'neutral'
        go(step['by-his-answer'][answer] ?? [])
      } else {
        timeMs += PACE_MS
        acts.push({
          kind: 'act',
          seq: acts.length + 1,
          timeMs,
          act: step.tone ? { do: step.do, tone: step.tone } : { do: step.do },
        })
      }
    }
  }
  go(walkthrough.steps)
  return { acts, expectations, endMs: timeMs }
}
