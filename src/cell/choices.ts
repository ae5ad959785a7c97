import type { Affordance, Snapshot } from '#core/session'
import type { Text } from '#ui'
import type { Target } from './targets.ts'

/** One line of a list of what can be done: an act, or speaking to somebody. */
export type Choice = {
  readonly id: string
  readonly label: string
  readonly does: { readonly act: Affordance['act'] } | { readonly speakTo: string }
}
export type Wording = { readonly text: Text; readonly words: (key: string) => string }

const choiceOf = (affordance: Affordance, { text, words }: Wording): Choice => {
  const { act, group, target } = affordance
  const label =
    group === 'stance'
      ? text(`stances.${target}`)
      : group === 'prop' || group === 'silence'
        ? text(affordance.text)
        : words(affordance.text)
  return { id: act.do, label, does: { act } }
}

/** What can be done with a target: speaking first. */
export const choicesFor = (target: Target, wording: Wording): readonly Choice[] => [
  ...(target.talks ? [{ id: 'speak', label: wording.text('cell.tools.speak'), does: { speakTo: target.id } }] : []),
  ...target.affordances.map((affordance) => choiceOf(affordance, wording)),
]

/** Where one can go: for whoever does not see the ring on the floor, behind a door leaf or his own back. */
export const waysFrom = (snapshot: Snapshot, wording: Wording): readonly Choice[] =>
  snapshot.affordances.filter(({ group }) => group === 'move').map((affordance) => choiceOf(affordance, wording))

/** What one can do with one's own body, and with those who are not in sight. */
export function bodyChoices(snapshot: Snapshot, targets: readonly Target[], wording: Wording): readonly Choice[] {
  const inSight = new Set(targets.map(({ id }) => id))
  return snapshot.affordances
    .filter(
      ({ group, target }) => group === 'stance' || group === 'silence' || (group === 'deed' && !inSight.has(target)),
    )
    .map((affordance) => choiceOf(affordance, wording))
}

/** Whom one can turn to now with the phrase book or picture cards. */
export const strangersIn = ({ affordances }: Snapshot): readonly string[] => [
  ...new Set(affordances.flatMap(({ phrase, cards, target }) => (phrase || cards ? target : []))),
]

/** Whom one can speak to now, by what is asked for: the one meant, or whoever is there. */
export function listenerFor(
  snapshot: Snapshot,
  wanted: readonly (string | undefined)[],
  isWanted: (role: string) => boolean,
): string | undefined {
  const listeners = [...new Set(snapshot.affordances.flatMap((a) => (a.group === 'say' ? a.target : [])))]
  return wanted.find((role) => role !== undefined && listeners.includes(role)) ?? listeners.find(isWanted)
}
