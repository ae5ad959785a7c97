import {
  type Behaviour,
  type BodyAct,
  type Deed,
  DISTANCE_BANDS,
  type Discipline,
  type DistanceBand,
  type Headwear,
  type Line,
  POSES,
  type Pose,
  type SpeechAct,
  STANCES,
  type Stance,
  type TimeOfDay,
  type Tone,
} from '#core/scenario'
import { type ActSpec, type Chart, compileCondition, type Values } from '#core/statechart'
import { shuffled } from './random.ts'
import type { Act, Header } from './record.ts'
import { lineKey, textKey, type Utterance } from './reply.ts'
import { endingOf, type Run, valuesOf } from './run.ts'

/** What an act is called: its kind, what it is done to or with, and the key of its words. */
export type NamedAct = Pick<ActSpec, 'group' | 'target' | 'verb'> & { readonly text: string }

/** An act that is possible now, as every view draws it: 3D, panel or key. */
export type Affordance = NamedAct & {
  readonly act: Act
  readonly owner: Discipline | undefined
  readonly intent?: SpeechAct
  readonly topic?: string
  readonly tones?: readonly Tone[]
  /** language of a line that is not said in the scenario's */ readonly language?: string
  /** the phrase of the book it is, and the language it stands in there */ readonly phrase?: Line['phrase']
  /** the pictures a deed shows */ readonly cards?: Deed['cards']
}

/** A member of the cast, as far as he can be seen or heard. */
export type Character = {
  readonly persona: string
  readonly name: string
  readonly figure: string
  readonly wears?: Headwear
  /** holds in his hand what he wears on his head */ readonly bareheaded?: true
  readonly behaviour: Behaviour
  readonly tension: number
  readonly trust: number
  /** position id; absent for a voice on the radio */ readonly position?: string
  readonly pose?: Pose
  readonly room?: string
  readonly distance?: DistanceBand
  readonly gesture?: string
}

/** Everything that can be shown at an instant: pure data, derived from the log. */
export type Snapshot = {
  readonly timeMs: number
  readonly seq: number
  /** when it plays */ readonly time: TimeOfDay
  readonly officer: { readonly station: string; readonly room: string; readonly stance: Stance }
  readonly props: Readonly<Record<string, string>>
  readonly characters: Readonly<Record<string, Character>>
  readonly beat: string
  readonly ending: string | undefined
  /** newest last; at most the last 60 */ readonly utterances: readonly Utterance[]
  /** cue of the sound of the last step, if it made one */ readonly sounds: readonly string[]
  readonly lastAct: { readonly id: string; readonly body: readonly BodyAct[] } | undefined
  readonly affordances: readonly Affordance[]
}

/** What a session's snapshots share: computed once when it begins. */
export type Staging = {
  readonly options: readonly { readonly affordance: Affordance; readonly isPossible: (values: Values) => boolean }[]
  /** by variable, the options that depend on it */ readonly dependents: readonly (readonly number[])[]
  readonly gestures: readonly {
    readonly at: number
    readonly byState: readonly (Readonly<Record<string, string>> | undefined)[]
  }[]
  /** by act, what it makes whoever is at a position show */ readonly shown: ReadonlyMap<string, Deed['shows']>
  readonly props: readonly { readonly name: string; readonly at: number }[]
  readonly people: readonly Person[]
}
/** Where the state of a member of the cast is found among the values, and what of him never changes. */
type Person = {
  readonly role: string
  readonly fixed: Pick<Character, 'persona' | 'name' | 'figure' | 'wears'>
  readonly behaviour: number | undefined
  readonly tension: number | undefined
  readonly trust: number | undefined
  readonly where: Chart['world']['present'][number] | undefined
}

/** Prepares the affordances of a chart, lines in an order drawn from the seed so that no place gives the good one away. */
export function stage(chart: Chart, seed: number, looks: Header['looks'] = {}): Staging {
  const bodily = chart.acts.filter((act) => act.group !== 'say')
  const lines = shuffled(
    chart.acts.filter((act) => act.group === 'say'),
    seed,
    (act) => act.id,
  )
  const { composition, index } = chart.world
  const options = [...bodily, ...lines]
  const authored = [composition.plot, ...composition.regions]
  return {
    options: options.map((act) => ({ affordance: affordanceOf(chart, act), isPossible: act.isPossible })),
    dependents: chart.world.variables.map((_, at) => options.flatMap((act, n) => (act.reads.includes(at) ? n : []))),
    gestures: authored.flatMap((region) => {
      const known = index.get(region.id)
      const byState = (known?.variable.words ?? []).map(
        (word) => region.states[word]?.gesture as Readonly<Record<string, string>> | undefined,
      )
      return known && byState.some(Boolean) ? [{ at: known.at, byState }] : []
    }),
    shown: new Map(chart.acts.flatMap(({ id, deed }) => (deed?.shows ? [[id, deed.shows] as const] : []))),
    props: chart.world.variables.flatMap(({ kind, name }, at) =>
      kind === 'prop' && !composition.absent.has(name) ? { name, at } : [],
    ),
    people: Object.entries(composition.cast).map(([role, persona]) => ({
      role,
      fixed: {
        persona: persona.id,
        name: looks[role]?.name ?? `personas.${persona.id}.name`,
        figure: looks[role]?.figure ?? persona.figure,
        ...(persona.wears ? { wears: persona.wears } : {}),
      },
      behaviour: index.get(role)?.at,
      tension: index.get(`${role}.tension`)?.at,
      trust: index.get(`${role}.trust`)?.at,
      where: chart.world.present.find((present) => present.role === role),
    })),
  }
}

/** What an act is called in a scenario. */
export function namedAct(chart: Chart, act: ActSpec): NamedAct {
  const place = chart.world.composition.scenario.place.id
  const text = {
    prop: `verbs.${act.verb}`,
    move: `places.${place}.stations.${act.target}`,
    stance: `stances.${act.target}`,
    say: lineKey(act),
    deed: textKey(act.owner, 'deeds', act.deed?.id ?? ''),
    silence: 'verbs.stay-silent',
    end: 'verbs.end-session',
  }[act.group]
  return { group: act.group, target: act.target, verb: act.verb, text }
}

function affordanceOf(chart: Chart, act: ActSpec): Affordance {
  return {
    ...namedAct(chart, act),
    act: { do: act.id },
    owner: act.owner,
    ...(act.say && { intent: act.say }),
    ...(act.about && { topic: topicKey(act.about) }),
    ...(act.tones && { tones: act.tones }),
    ...(act.line?.language && { language: act.line.language }),
    ...(act.line?.phrase && { phrase: act.line.phrase }),
    ...(act.deed?.cards && { cards: act.deed.cards }),
  }
}

const topicKey = (id: string): string => {
  const dot = id.indexOf('.')
  return dot < 0 ? `topics.${id}` : `${id.slice(0, dot)}.topics.${id.slice(dot + 1)}`
}

export type Heard = {
  readonly utterances: readonly Utterance[]
  readonly sounds: readonly string[]
  readonly lastAct: Snapshot['lastAct']
}

/** Draws the snapshot of a run. An ended session affords nothing. */
export function snapshotOf(run: Run, staging: Staging, seq: number, heard: Heard, offer: Offer): Snapshot {
  const values = valuesOf(run)
  const { world } = run.chart
  const ending = endingOf(run)
  const word = (at: number): string => world.variables[at]?.words?.[values[at] ?? 0] ?? ''
  const props: Record<string, string> = {}
  for (const { name, at } of staging.props) props[name] = word(at)
  const gestures: Record<string, string> = {}
  for (const { at, byState } of staging.gestures) Object.assign(gestures, byState[values[at] ?? 0])
  const characters: Record<string, Character> = {}
  const shown = heard.lastAct && staging.shown.get(heard.lastAct.id)
  for (const person of staging.people) {
    const isShowing = shown && person.where && word(person.where.at) === shown.at
    const isBare = isShowing === true && shown?.bareheaded === true
    characters[person.role] = drawn(person, values, word, isShowing ? shown.gesture : gestures[person.role], isBare)
  }
  return {
    timeMs: run.timeMs,
    seq,
    time: world.composition.time,
    officer: {
      station: word(world.officerAt),
      room: word(world.officerRoom),
      stance: STANCES[values[world.officerStance] ?? 0] ?? 'relaxed',
    },
    props,
    characters,
    beat: word(world.plot),
    ending,
    utterances: heard.utterances,
    sounds: heard.sounds,
    lastAct: heard.lastAct,
    affordances: ending === undefined ? offer.affordances : [],
  }
}

/** Every field is written out: a spread costs about a microsecond, and this is done for everyone at every step. */
function drawn(
  { fixed, behaviour, tension, trust, where }: Person,
  values: Values,
  word: (at: number) => string,
  gesture: string | undefined,
  isBare: boolean,
): Character {
  const character: { -readonly [Field in keyof Character]: Character[Field] } = {
    persona: fixed.persona,
    name: fixed.name,
    figure: fixed.figure,
    behaviour: behaviour === undefined ? 'calm' : (word(behaviour) as Behaviour),
    tension: tension === undefined ? 0 : (values[tension] ?? 0),
    trust: trust === undefined ? 0 : (values[trust] ?? 0),
  }
  if (where) {
    character.position = word(where.at)
    character.pose = POSES[values[where.pose] ?? 0] ?? 'stand'
    character.room = word(where.room)
    character.distance = DISTANCE_BANDS[values[where.distance] ?? 3] ?? 'far'
  }
  if (fixed.wears) character.wears = fixed.wears
  if (fixed.wears && isBare) character.bareheaded = true
  if (gesture) character.gesture = gesture
  return character
}

/** What can be done at some values, kept so that the next moment looks only at what may have changed. */
export type Offer = {
  readonly values: Values
  readonly open: readonly boolean[]
  readonly affordances: readonly Affordance[]
}

/** @param last offer of an earlier moment of the same staging; the same list comes back when nothing has changed */
export function offerAt({ options, dependents }: Staging, values: Values, last?: Offer): Offer {
  if (last?.values === values) return last
  let open: boolean[] | undefined
  if (!last) open = options.map(({ isPossible }) => isPossible(values))
  else
    for (const [at, readers] of dependents.entries()) {
      if (last.values[at] === values[at]) continue
      for (const n of readers) {
        const now = options[n]?.isPossible(values) ?? false
        if (now === (open ?? last.open)[n]) continue
        open ??= last.open.slice()
        open[n] = now
      }
    }
  if (!open) return { values, open: last?.open ?? [], affordances: last?.affordances ?? [] }
  const affordances: Affordance[] = []
  for (const [n, { affordance }] of options.entries()) if (open[n]) affordances.push(affordance)
  return { values, open, affordances }
}

/** Guided mode: the first hint of the stack's layers whose condition holds now, as a text key. */
export function hintFor(run: Run): { readonly owner: Discipline; readonly text: string } | undefined {
  const { world } = run.chart
  const hint = world.composition.hints.find(({ when }) => compileCondition(when, world.index)(valuesOf(run)))
  return hint && { owner: hint.owner, text: `${hint.owner}.hints.${hint.id}` }
}
