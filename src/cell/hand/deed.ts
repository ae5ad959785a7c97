import type { Place } from '#core/scenario'
import type { Snapshot } from '#core/session'
import type { Vector } from '../targets.ts'

/** What the hand does: turns a key, lies on something, pulls it, knocks, presses, or holds something up. */
export type HandKind = 'key' | 'push' | 'pull' | 'knock' | 'press' | 'radio' | 'glove'
export type HandDeed = {
  readonly kind: HandKind
  /** what it reaches for; `undefined` for what hangs on the officer himself */ readonly at: Vector | undefined
  readonly isGloved: boolean
}
type Prop = Place['props'][number]

/** By verb; verbs that are looked, not done, have no hand. */
const KIND_OF: Readonly<Record<string, HandKind>> = {
  unlock: 'key',
  lock: 'key',
  'open-a-hand': 'pull',
  open: 'pull',
  close: 'push',
  shut: 'push',
  'pull-test': 'pull',
  throw: 'push',
  draw: 'pull',
  knock: 'knock',
  press: 'press',
  'switch-on': 'press',
  'switch-off': 'press',
  answer: 'press',
  move: 'push',
  'put-back': 'push',
  read: 'push',
  handle: 'push',
  search: 'push',
  'make-safe': 'press',
  'look-into': 'pull',
  'put-on': 'glove',
  'take-off': 'glove',
  call: 'radio',
}
/** Height of a lock, and how far from the middle of the leaf it sits, metres. */
const LOCK_M = { height: 1.04 } as const

/**
 * What the officer's hand is seen doing for the last act of a snapshot; `undefined` for acts that take no hand.
 *
 * @param before the snapshot before, which knows whom the act was meant for
 */
export function deedOf(
  place: Place,
  cast: Readonly<Record<string, { readonly radio?: boolean | undefined }>>,
  snapshot: Snapshot,
  before: Snapshot,
): HandDeed | undefined {
  const id = snapshot.lastAct?.id
  if (!id || snapshot.seq === before.seq) return undefined
  const isGloved = place.props.some((prop) => prop.kind === 'gloves' && snapshot.props[prop.id] === 'on')
  const to = before.affordances.find(({ act }) => act.do === id)
  if (to?.group === 'say') return cast[to.target]?.radio ? { kind: 'radio', at: undefined, isGloved } : undefined
  const [verb = '', target] = id.split(':')
  const prop = place.props.find((one) => one.id === target)
  const kind = KIND_OF[verb]
  if (!prop || !kind) return undefined
  return { kind, at: kind === 'glove' || kind === 'radio' ? undefined : reachOf(prop), isGloved }
}

const reachOf = ({ at, y, kind }: Prop): Vector => [at.x, kind === 'cell-door' ? LOCK_M.height : (y ?? 1), at.z]

/** How long a hand is seen, ms: it comes, does, and is gone. */
export const HAND_MS = { come: 220, do: 520, go: 260 } as const
const WHOLE_MS = HAND_MS.come + HAND_MS.do + HAND_MS.go

/** Where a hand is on its way, 0 out of sight … 1 there, and how far it has done its deed, 0 … 1; in a reused object. */
export type HandPhase = { reach: number; done: number }

/** @returns false when it is gone */
export function phaseAt(ms: number, phase: HandPhase): boolean {
  const came = ms / HAND_MS.come
  const left = (ms - HAND_MS.come - HAND_MS.do) / HAND_MS.go
  phase.reach = eased(Math.min(1, came)) * (1 - eased(Math.max(0, Math.min(1, left))))
  phase.done = Math.max(0, Math.min(1, (ms - HAND_MS.come) / HAND_MS.do))
  return ms < WHOLE_MS
}

const eased = (share: number): number => share * share * (3 - 2 * share)
