import { fillText, type Scenario } from '#core/scenario'
import { type Header, namesIn, type Snapshot } from '#core/session'

/** Session time as people read it: `3:07.2`. */
export const formatTime = (timeMs: number): string => {
  const tenths = Math.floor(timeMs / 100)
  return `${Math.floor(tenths / 600)}:${String(Math.floor(tenths / 10) % 60).padStart(2, '0')}.${tenths % 10}`
}

/** Text of a key in the session's language, in English, or the key itself; with the names of who is there. */
export function wordsOf(scenario: Scenario, locale: string, snapshot: Snapshot): (key: string) => string {
  const table = { ...scenario.text.en, ...scenario.text[locale] }
  const names = namesIn(snapshot, table)
  return (key) => fillText(table[key] ?? key, names)
}

/** What a session is about, in one line. */
export function formatHeader({ scenario, scenarioVersion, stack, variation, mode, sessionId }: Header): string {
  const layers = stack.length > 0 ? stack.join(', ') : 'no layer'
  return `${scenario} ${scenarioVersion} · ${layers} · variation ${variation} · ${mode} · session ${sessionId}`
}

/** A snapshot in a few lines. */
export function formatSnapshot(snapshot: Snapshot, words: (key: string) => string): string {
  const { officer, props, characters, utterances, affordances } = snapshot
  const people = Object.entries(characters).map(
    ([role, { behaviour, tension, trust, position, pose, distance }]) =>
      `${role}: ${behaviour}, tension ${tension}, trust ${trust}${position ? `, ${pose} at ${position}, ${distance}` : ''}`,
  )
  return [
    `${formatTime(snapshot.timeMs)} after ${snapshot.seq} acts · beat ${snapshot.beat}${snapshot.ending ? ` · ended: ${snapshot.ending}` : ''}`,
    `officer: at ${officer.station} (${officer.room}), ${officer.stance}`,
    ...people,
    `props: ${Object.entries(props)
      .map(([prop, state]) => `${prop} ${state}`)
      .join(', ')}`,
    ...utterances.slice(-6).map(({ atMs, by, text }) => `  ${formatTime(atMs)} ${by}: ${words(text)}`),
    ...(affordances.length > 0 ? [`possible: ${affordances.map(({ act }) => act.do).join(', ')}`] : []),
  ].join('\n')
}
