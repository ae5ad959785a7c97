import {
  type ActId,
  actId,
  type BodyAct,
  CEFR_LEVELS,
  type Deed,
  DISTANCE_BANDS,
  type Discipline,
  type Line,
  OFFICER_LANGUAGE,
  type Owned,
  PROP_KINDS,
  type SoundCue,
  type SpeechAct,
  STANCES,
  type Stance,
  TONES,
  type Tone,
  type Verb,
} from '#core/scenario'
import { compileCondition, type Test, type Values, variablesIn } from './condition.ts'
import type { World } from './world.ts'

/** One thing a trainee can do in a composition, with everything the chart, the monitors and the panels need of it. */
export type ActSpec = {
  readonly id: ActId
  readonly group: 'prop' | 'move' | 'stance' | 'say' | 'deed' | 'silence' | 'end'
  /** prop, station, stance or member of the cast */ readonly target: string
  readonly verb: string
  readonly owner: Discipline | undefined
  readonly say?: SpeechAct
  readonly about?: string
  readonly line?: Owned<Line>
  readonly deed?: Owned<Deed>
  readonly tones?: readonly Tone[]
  readonly sound?: SoundCue
  /** whether the words of a line arrive; absent when everyone follows them */ readonly understood?: Test
  /** numbers of the variables `understood` reads */ readonly understoodReads?: readonly number[]
  /** body acts that need no look at the situation */ readonly body: readonly BodyAct[]
  /** special replies of a line or deed; the first that holds after the act is given */
  readonly replies?: readonly SpecialReply[]
  /** those given when the words do not arrive */ readonly unheardReplies?: readonly SpecialReply[]
  readonly isPossible: Test
  /** numbers of the variables `isPossible` reads */ readonly reads: readonly number[]
}
export type SpecialReply = { readonly by: string; readonly text: string; readonly holds: Test }

const STANCE_BODY: Readonly<Partial<Record<Stance, BodyAct>>> = {
  open: 'open-hands',
  squared: 'square-up',
  'turned-away': 'turn-back',
}

/** Every act of a composition, in a fixed order: body first, then props, moves, deeds, lines, the end. */
export function actsOf(world: World): readonly ActSpec[] {
  const { composition, index } = world
  const { place } = composition.scenario
  const acts: ActSpec[] = []
  const stationIndex = (id: string) => place.stations.findIndex((s) => s.id === id)
  const repliesOf = ({ replies = [] }: Pick<Line, 'replies'>, to: string): readonly SpecialReply[] =>
    replies.map(({ by = to, text, when }) => ({ by, text, holds: compileCondition(when, index) }))

  for (const prop of place.props) {
    if (composition.absent.has(prop.id)) continue
    const at = index.get(prop.id)?.at ?? -1
    const kind = PROP_KINDS[prop.kind]
    const reach = new Set(prop.reach.map(stationIndex))
    const boltAt =
      prop.kind === 'cell-door' ? index.get(place.props.find((p) => p.kind === 'bolt')?.id ?? '')?.at : undefined
    for (const [verb, effect] of Object.entries(kind.verbs) as [string, Verb][]) {
      const from = new Set(effect.from.map((state) => (kind.states as readonly string[]).indexOf(state)))
      // A thrown bolt stands out of the leaf: the door cannot be shut on it.
      const free: Test = verb === 'close' && boltAt !== undefined ? (v) => v[boltAt] === 0 : () => true
      acts.push({
        id: actId(verb, prop.id),
        group: 'prop',
        target: prop.id,
        verb,
        owner: undefined,
        ...(effect.sound && { sound: effect.sound }),
        body: effect.conduct ? [effect.conduct] : [],
        isPossible: (v) => from.has(v[at] ?? -1) && reach.has(v[world.officerAt] ?? -1) && free(v),
        reads: [at, world.officerAt, ...(boltAt === undefined ? [] : [boltAt])],
      })
    }
  }
  for (const station of place.stations) {
    const ways = place.paths.flatMap(({ between, through }) => {
      const other = between[0] === station.id ? between[1] : between[1] === station.id ? between[0] : undefined
      const door = through ? index.get(through)?.at : undefined
      return other ? [{ from: stationIndex(other), door }] : []
    })
    acts.push({
      id: actId('go', station.id),
      group: 'move',
      target: station.id,
      verb: 'go',
      owner: undefined,
      sound: 'footstep',
      body: [],
      isPossible: (v) =>
        ways.some(({ from, door }) => v[world.officerAt] === from && (door === undefined || isOpenDoor(v[door] ?? 0))),
      reads: [world.officerAt, ...ways.flatMap(({ door }) => door ?? [])],
    })
  }
  for (const [n, stance] of STANCES.entries())
    acts.push({
      id: actId('stance', stance),
      group: 'stance',
      target: stance,
      verb: 'stance',
      owner: undefined,
      body: [STANCE_BODY[stance] ?? []].flat(),
      isPossible: (v) => v[world.officerStance] !== n,
      reads: [world.officerStance],
    })
  for (const deed of composition.deeds)
    acts.push({
      id: actId('do', deed.id),
      group: 'deed',
      target: deed.on ?? 'officer',
      verb: 'do',
      owner: deed.owner,
      deed,
      ...(deed.sound && { sound: deed.sound }),
      body: deed.body ? [deed.body] : [],
      replies: repliesOf(deed, deed.on ?? ''),
      isPossible: compileCondition(deed.when, index),
      reads: variablesIn(deed.when, index),
    })
  for (const line of composition.lines) {
    const understood = understandingOf(world, line)
    const { hears, radio } = composition.scenario.data.cast[line.to] ?? {}
    const isHeard = compileCondition(line['from-afar'] ? undefined : hears, index)
    const isFit = compileCondition(line.when, index)
    acts.push({
      ...(understood && { understood: understood.test, understoodReads: understood.reads }),
      ...(line.unheard && { unheardReplies: repliesOf(line.unheard, line.to) }),
      id: actId('say', line.id),
      group: 'say',
      target: line.to,
      verb: 'say',
      owner: line.owner,
      line,
      say: line.say,
      about: line.about,
      tones: line.tones ?? (line.to === 'notes' ? ['neutral'] : TONES),
      ...(radio && { sound: 'radio' as const }),
      body: line.body ? [line.body] : [],
      replies: repliesOf(line, line.to),
      isPossible: (v) => isHeard(v) && isFit(v),
      reads: [...(line['from-afar'] ? [] : variablesIn(hears, index)), ...variablesIn(line.when, index)],
    })
  }
  acts.push({
    id: actId('stay', 'silent'),
    group: 'silence',
    target: 'officer',
    verb: 'stay',
    owner: undefined,
    body: ['stay-silent'],
    isPossible: () => true,
    reads: [],
  })
  acts.push({
    id: actId('end', 'session'),
    group: 'end',
    target: 'session',
    verb: 'end',
    owner: undefined,
    body: [],
    isPossible: () => true,
    reads: [],
  })
  return acts
}

/**
 * Whether a listener follows a line: he knows its language well enough (CEFR), or an interpreter carries it.
 *
 * @returns `undefined` when everyone follows it: the line names neither a language nor a level
 */
function understandingOf(
  world: World,
  line: Line,
): { readonly test: Test; readonly reads: readonly number[] } | undefined {
  const { data } = world.composition.scenario
  if (line.say === 'attempt') return { test: () => false, reads: [] }
  if (line.language === undefined && line.level === undefined) return undefined
  const language = line.language ?? data.language ?? OFFICER_LANGUAGE
  const known = world.composition.cast[line.to]?.languages.find(({ id }) => id === language)?.level
  if (known && CEFR_LEVELS.indexOf(known) >= CEFR_LEVELS.indexOf(line.level ?? 'A1')) return undefined
  const { interpreted } = data.cast[line.to] ?? {}
  // The interpreter carries the officer's own language, not his attempts at a third one.
  if (!interpreted || line.language !== undefined) return { test: () => false, reads: [] }
  return { test: compileCondition(interpreted, world.index), reads: variablesIn(interpreted, world.index) }
}

/** Whether the words of an act arrive; an act without words has nothing to miss. */
export const arrives = (act: ActSpec, before: Values): boolean => act.understood?.(before) ?? true

/** A door leaf that lets a person through: ajar is not enough. */
const isOpenDoor = (state: number): boolean => state === PROP_KINDS['cell-door'].states.indexOf('open')

/**
 * Every body act of an act at a moment: its own, and those that follow from moving nearer or farther.
 *
 * @param before values when the act is done
 */
export function bodyActsOf(world: World, act: ActSpec, before: Values): readonly BodyAct[] {
  if (act.group !== 'move') return act.body
  const to = world.composition.scenario.place.stations.findIndex((s) => s.id === act.target)
  const now = world.relations[before[world.officerAt] ?? 0]?.[before[world.focus.at] ?? 0]
  const then = world.relations[to]?.[before[world.focus.at] ?? 0]
  if (!now || !then || !canSee(world, before)) return act.body
  if (then.metres - now.metres >= FELT_STEP_M || then.distance > now.distance) return ['step-back']
  if (now.metres - then.metres >= FELT_STEP_M || then.distance < now.distance)
    return then.distance <= NEAR ? ['approach', 'crowd'] : ['approach']
  return []
}
const NEAR = DISTANCE_BANDS.indexOf('near')
/** A move of this much nearer or farther is felt even within a band, metres (design value: a small step). */
const FELT_STEP_M = 0.35

/** Whether the focus and the officer can see each other: same room, or a door that stands open or ajar. */
export function canSee(world: World, values: Values): boolean {
  if (values[world.officerRoom] === values[world.focus.room]) return true
  return world.variables.some(
    (variable, at) => variable.kind === 'prop' && variable.words?.includes('ajar') === true && (values[at] ?? 0) >= 2,
  )
}
