import { CEFR_LEVELS, DEEDS_SEEN, POSES, type SoundCue, type Tone } from '#core/scenario'
import { type Happening, type Replay, textKey, utterancesOf } from '#core/session'
import { arrives, compileCondition, type Test, type Values, type World } from '#core/statechart'
import { isJoined, openHatch, type PropStates, seesInto } from './sight-lines.ts'

/** What the prisoner takes in of one step: by sight where he sees the officer, by ear where he hears, else nothing. */
export type Perception = {
  readonly atMs: number
  /** log position of the act it belongs to */ readonly seq: number
  /** the sound that comes with it */ readonly cue?: SoundCue
} & (
  | {
      readonly kind: 'heard'
      readonly by: string
      /** to whom, when it was the officer who spoke */ readonly to?: string
      readonly text: string
      readonly tone?: Tone
      /** the words arrive; otherwise they are a voice and nothing more */ readonly isUnderstood: boolean
    }
  | { readonly kind: 'says'; readonly text: string }
  | {
      readonly kind: 'deed'
      readonly text: string
      /** how it looks to him, where that is worded */ readonly seen?: string
    }
  | { readonly kind: 'comes'; readonly station: string; readonly way: 'nearer' | 'away' | 'about' }
  | { readonly kind: 'stance'; readonly stance: string }
  | { readonly kind: 'uses'; readonly verb: string; readonly prop: string }
  | { readonly kind: 'sound'; readonly cue: SoundCue /** he makes it himself */; readonly isOwn: boolean }
)

/** What comes from the officer himself, so that the prisoner knows somebody is dealing with him. */
export const isOfOfficer = (perception: Perception): boolean =>
  perception.kind === 'heard' ? perception.by === 'officer' : !['says', 'sound'].includes(perception.kind)

/** What others say and do, the officer among them; not what he says or hears himself do. */
export const isOfOthers = ({ kind }: Perception): boolean => kind !== 'says' && kind !== 'sound'

/** What goes through a steel door (design value: the door itself, what is done to it, feet and alarms). */
const THROUGH_STEEL: readonly SoundCue[] = [
  'key-turn',
  'bolt',
  'door-open',
  'door-close',
  'hatch',
  'knock',
  'footstep',
  'alarm',
]
/** Talk that is not meant for him runs on at its own pace: from this level on it is followed (CEFR B1, overall listening). */
const FOLLOWS_TALK = CEFR_LEVELS.indexOf('B1')

/** How the focus of a session hears and follows what is said. */
type Ears = { readonly hears: Test; readonly follows: (language: string | undefined, level?: string) => Test }

/**
 * Everything the prisoner a session is about could see, hear and understand, step by step: nothing of what is written,
 * told to the radio out of his hearing, or done where he cannot see it; nothing at all while he sleeps.
 */
export function perceptionsOf(replay: Replay): readonly (readonly Perception[])[] {
  const { world } = replay.chart
  const ears = earsOf(world)
  return replay.steps.map(({ seq, happening }) =>
    isAsleep(world, happening) ? [] : perceived(replay, ears, seq, happening),
  )
}

function perceived(replay: Replay, ears: Ears, seq: number, happening: Happening): readonly Perception[] {
  const { world } = replay.chart
  const { act, before, after, atMs } = happening
  const at = { atMs, seq }
  const sees = seesOfficer(world, before) || seesOfficer(world, after)
  // A knock is meant for him, though he does not see whose hand it is.
  const done = sees || happening.body.includes('knock') ? seen(world, happening) : undefined
  const said = utterancesOf(replay.end.run, happening, seq, replay.header.seed).flatMap((one): Perception[] => {
    if (one.kind === 'inject') return []
    if (one.by === world.focus.role) return [{ ...at, kind: 'says', text: one.text }]
    if (one.to === 'notes') return []
    const isForHim = one.to === world.focus.role
    const reaches = ears.hears(before) || ears.hears(after) || (one.loud && isNextDoor(world, one.by, after))
    if (!isForHim && !reaches) return []
    const { language, level } = act?.line ?? {}
    const isUnderstood =
      isForHim && act
        ? arrives(act, before)
        : ears.follows(one.to ? language : undefined, one.to ? level : undefined)(after)
    return [
      {
        ...at,
        kind: 'heard',
        by: one.by,
        text: one.text,
        isUnderstood,
        ...(one.to && { to: one.to }),
        ...(one.tone && { tone: one.tone as Tone }),
      },
    ]
  })
  const made = happening.shown.flatMap((shown) =>
    shown.kind === 'sound' ? { cue: shown.cue as SoundCue, isOwn: shown.by === world.focus.role } : [],
  )
  const sounds = [...(act?.sound ? [{ cue: act.sound, isOwn: false }] : []), ...made]
    .filter(({ cue }) => (done ? cue !== act?.sound : true))
    .filter(({ cue, isOwn }) => isOwn || THROUGH_STEEL.includes(cue) || (cue !== 'radio' && sees))
    .map((sound): Perception => ({ ...at, kind: 'sound', ...sound }))
  return [...(done ? [{ ...at, ...done, ...(act?.sound && { cue: act.sound }) }] : []), ...sounds, ...said]
}

/** Whether somebody stands in his room, or in one that a door or a way joins to it. */
function isNextDoor({ composition, variables, index, focus }: World, role: string, values: Values): boolean {
  const roomOf = (at: number | undefined): string | undefined =>
    at === undefined ? undefined : variables[at]?.words?.[values[at] ?? 0]
  const [own, other] = [roomOf(focus.room), roomOf(index.get(`${role}.room`)?.at)]
  return own !== undefined && other !== undefined && isJoined(composition.scenario.place, own, other)
}

/** Whether the officer is before his eyes, in the open or in the hatch of his door. */
function seesOfficer({ composition, variables, focus, officerAt, officerRoom }: World, values: Values): boolean {
  const { place } = composition.scenario
  const word = (at: number): string => variables[at]?.words?.[values[at] ?? 0] ?? ''
  const props: PropStates = Object.fromEntries(
    variables.flatMap(({ kind, name }, at) => (kind === 'prop' ? [[name, word(at)]] : [])),
  )
  const room = word(focus.room)
  return seesInto(place, props, room, word(officerRoom)) || openHatch(place, props, room, word(officerAt)) !== undefined
}

/** What an act of the officer looks like to somebody who sees him. */
function seen(world: World, { act, before, after }: Happening) {
  if (!act) return undefined
  if (act.group === 'move') return { kind: 'comes', station: act.target, way: wayOf(world, before, after) } as const
  if (act.group === 'stance') return { kind: 'stance', stance: act.target } as const
  if (act.group === 'prop') return { kind: 'uses', verb: act.verb, prop: act.target } as const
  if (act.deed) {
    const seen = textKey(act.owner, DEEDS_SEEN, act.deed.id)
    const isWorded = Object.hasOwn(world.composition.scenario.text.en ?? {}, seen)
    return { kind: 'deed', text: textKey(act.owner, 'deeds', act.deed.id), ...(isWorded && { seen }) } as const
  }
  return undefined
}

function wayOf(world: World, before: Values, after: Happening['after']): 'nearer' | 'away' | 'about' {
  const metres = (values: Values) =>
    world.relations[values[world.officerAt] ?? 0]?.[values[world.focus.at] ?? 0]?.metres ?? 0
  const by = metres(after) - metres(before)
  return by < -0.2 ? 'nearer' : by > 0.2 ? 'away' : 'about'
}

/** Asleep before and after; a step that wakes him is noticed. */
function isAsleep({ focus }: World, { before, after }: Happening): boolean {
  const sleep = POSES.indexOf('sleep')
  return before[focus.pose] === sleep && after[focus.pose] === sleep
}

function earsOf(world: World): Ears {
  const { scenario, cast } = world.composition
  const member = scenario.data.cast[world.focus.role]
  const hears = compileCondition(member?.hears, world.index)
  const interpreted: Test = member?.interpreted ? compileCondition(member.interpreted, world.index) : () => false
  const levelIn = (language: string) => {
    const level = cast[world.focus.role]?.languages.find(({ id }) => id === language)?.level
    return level ? CEFR_LEVELS.indexOf(level) : -1
  }
  return {
    hears,
    follows: (language, level) => {
      // A scenario that names no language is played in one that everybody in it shares.
      const spoken = language ?? scenario.data.language
      if (!spoken) return () => true
      const needed = level ? CEFR_LEVELS.indexOf(level as (typeof CEFR_LEVELS)[number]) : FOLLOWS_TALK
      if (levelIn(spoken) >= needed) return () => true
      return language === undefined ? interpreted : () => false
    },
  }
}
