import type { Scenario } from '#core/scenario'
import { type Replay, type Snapshot, snapshotAt, type Utterance } from '#core/session'
import { momentsOf, type SetMoment } from './moments.ts'
import { type Perception, perceptionsOf } from './perceive.ts'
import { asSeenBy } from './seen-by.ts'

/** A session as the prisoner went through it. */
export type Experience = {
  /** everything that reached him, in order of time */ readonly perceptions: readonly Perception[]
  readonly moments: readonly SetMoment[]
  /** what he has before his eyes, has understood, and hears at that instant */ readonly at: (
    timeMs: number,
  ) => Snapshot
}

/**
 * Utterances and sounds are the same objects at every instant, so that a voice says each of them once.
 *
 * @param playedBy `script`: he says what he said · `trainee`: at the set moments he says nothing by himself, for there
 *   somebody else answers for him
 */
export function experienceOf(
  scenario: Scenario,
  replay: Replay,
  playedBy: 'script' | 'trainee' = 'script',
  moments: readonly SetMoment[] = momentsOf(replay),
): Experience {
  const isLeftToHim = ({ kind, atMs }: Perception) =>
    playedBy === 'trainee' && kind === 'says' && moments.some((moment) => moment.atMs === atMs)
  const steps = perceptionsOf(replay)
    .map((step) => step.filter((one) => !isLeftToHim(one)))
    .filter((step) => step.length > 0)
  const perceptions = steps.flat()
  const { role } = replay.chart.world.focus
  const understood = perceptions.flatMap((one) => utteranceIn(one, role))
  const sounds = steps.map((step) => ({ atMs: step[0]?.atMs ?? 0, cues: step.flatMap(cueOf) }))
  /** The instant asked for last: while nothing happens, only its time changes. */
  let last: { readonly steps: number; readonly snapshot: Snapshot } | undefined
  const at = (timeMs: number): Snapshot => {
    const count = replay.steps.filter(({ happening }) => happening.atMs <= timeMs).length
    if (last?.steps !== count)
      last = {
        steps: count,
        snapshot: {
          ...asSeenBy(scenario, snapshotAt(replay, timeMs)),
          utterances: understood.filter(({ atMs }) => atMs <= timeMs),
          sounds: sounds.findLast(({ atMs }) => atMs <= timeMs)?.cues ?? SILENCE,
        },
      }
    return { ...last.snapshot, timeMs }
  }
  return { perceptions, moments, at }
}
const SILENCE: readonly string[] = []

function utteranceIn(one: Perception, role: string): readonly Utterance[] {
  const { atMs, seq } = one
  if (one.kind === 'says') return [{ atMs, seq, by: role, text: one.text, kind: 'reply' }]
  if (one.kind !== 'heard' || !one.isUnderstood) return []
  return [{ atMs, seq, by: one.by, text: one.text, kind: 'reply', ...(one.tone && { tone: one.tone }) }]
}

function cueOf(one: Perception): readonly string[] {
  if (one.cue) return [one.cue]
  return one.kind === 'heard' && !one.isUnderstood ? ['murmur'] : []
}

/** The next thing that reaches him after an instant; `undefined` when nothing more does. */
export const nextPerception = ({ perceptions }: Experience, timeMs: number): Perception | undefined =>
  perceptions.find(({ atMs }) => atMs > timeMs)
