import type { GivenAnswer } from '#core/scenario'
import type { Replay } from '#core/session'
import { momentsOf, type SetMoment } from './moments.ts'
import type { OtherSide } from './other-side.ts'
import { responsesAt } from './responses.ts'

/** A session with an officer who takes the answers of whoever plays the prisoner. */
export type Played = { readonly replay: Replay; readonly moments: readonly SetMoment[] }

/**
 * The session as it goes after the answers given so far. Each answer may change what the officer does next, and with it
 * which moments are still to come; what was lived stays as it was.
 *
 * @param play the session after answers at these instants, in order of time; the same until the last of them
 */
export function playedOn(play: (answers: readonly GivenAnswer[]) => Replay, felt: OtherSide['felt']): Played {
  const answers: GivenAnswer[] = []
  let lived: readonly SetMoment[] = []
  for (;;) {
    const replay = play(answers)
    const moments = momentsOf(replay, lived)
    const next = moments.find(({ id }) => !lived.some((one) => one.id === id))
    const there = next && felt[next.id]
    if (!next || !there) return { replay, moments }
    lived = [...lived, next]
    const given = responsesAt(replay, next).find(({ key }) => key === there.response)
    answers.push({ atMs: next.atMs, answer: given?.answer ?? 'neutral' })
  }
}
