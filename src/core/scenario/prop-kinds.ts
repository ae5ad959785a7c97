import type { BodyAct, SoundCue } from './vocabulary.ts'

/** What a verb does to a prop: from which states it can be done, and the state it leads to (none: it stays). */
export type Verb = {
  readonly from: readonly string[]
  readonly to?: string
  /** the body act a character may react to when he can see it */ readonly conduct?: BodyAct
  /** the caption and sound the act makes */ readonly sound?: SoundCue
}
export type PropKind = {
  readonly states: readonly string[]
  readonly initial: string
  readonly verbs: Readonly<Record<string, Verb>>
}

/**
 * Prop kinds. A new kind is a row here, a component in the cell and a row in the panels; no other code.
 * The door has a lock and a leaf in one region because a locked door cannot stand open.
 */
export const PROP_KINDS = {
  'cell-door': {
    states: ['locked', 'closed', 'ajar', 'open'],
    initial: 'locked',
    verbs: {
      unlock: { from: ['locked'], to: 'closed', sound: 'key-turn' },
      'open-a-hand': { from: ['closed'], to: 'ajar', sound: 'door-open' },
      open: { from: ['closed', 'ajar'], to: 'open', sound: 'door-open' },
      close: { from: ['ajar', 'open'], to: 'closed', sound: 'door-close' },
      lock: { from: ['closed'], to: 'locked', sound: 'key-turn' },
      'pull-test': { from: ['closed', 'locked'], sound: 'bolt' },
      knock: { from: ['locked', 'closed', 'ajar'], conduct: 'knock', sound: 'knock' },
    },
  },
  hatch: {
    states: ['shut', 'open'],
    initial: 'shut',
    verbs: {
      open: { from: ['shut'], to: 'open', sound: 'hatch' },
      look: { from: ['open'], conduct: 'look-in' },
      shut: { from: ['open'], to: 'shut', sound: 'hatch' },
    },
  },
  bolt: {
    states: ['drawn', 'thrown'],
    initial: 'drawn',
    verbs: {
      throw: { from: ['drawn'], to: 'thrown', sound: 'bolt' },
      draw: { from: ['thrown'], to: 'drawn', sound: 'bolt' },
    },
  },
  luminaire: {
    states: ['unexamined', 'examined', 'made-safe'],
    initial: 'unexamined',
    verbs: {
      examine: { from: ['unexamined'], to: 'examined' },
      'make-safe': { from: ['examined'], to: 'made-safe', sound: 'switch' },
    },
  },
  'light-switch': {
    states: ['on', 'off'],
    initial: 'on',
    verbs: {
      'switch-off': { from: ['on'], to: 'off', sound: 'switch' },
      'switch-on': { from: ['off'], to: 'on', sound: 'switch' },
    },
  },
  belongings: {
    states: ['untouched', 'moved', 'put-back'],
    initial: 'untouched',
    verbs: {
      move: { from: ['untouched', 'put-back'], to: 'moved', conduct: 'touch-belongings', sound: 'paper' },
      'put-back': { from: ['moved'], to: 'put-back', sound: 'paper' },
    },
  },
  papers: {
    states: ['untouched', 'read'],
    initial: 'untouched',
    verbs: { read: { from: ['untouched', 'read'], to: 'read', conduct: 'touch-belongings', sound: 'paper' } },
  },
  locker: {
    states: ['shut', 'open'],
    initial: 'shut',
    verbs: {
      'look-into': { from: ['shut'], to: 'open', conduct: 'touch-belongings', sound: 'locker' },
      shut: { from: ['open'], to: 'shut', sound: 'locker' },
    },
  },
  'alarm-button': {
    states: ['ready', 'pressed'],
    initial: 'ready',
    verbs: { press: { from: ['ready'], to: 'pressed', sound: 'alarm' } },
  },
  'faith-item': {
    states: ['untouched', 'handled'],
    initial: 'untouched',
    verbs: { handle: { from: ['untouched', 'handled'], to: 'handled', conduct: 'touch-belongings', sound: 'cloth' } },
  },
  // The board of a unit: who is where, in numbers.
  'roll-board': {
    states: ['unread', 'read'],
    initial: 'unread',
    verbs: { read: { from: ['unread', 'read'], to: 'read' } },
  },
  'log-book': {
    states: ['closed', 'read'],
    initial: 'closed',
    verbs: { read: { from: ['closed', 'read'], to: 'read', sound: 'paper' } },
  },
  telephone: {
    states: ['idle', 'in-use'],
    initial: 'idle',
    verbs: { call: { from: ['idle'], to: 'in-use', sound: 'radio' }, 'hang-up': { from: ['in-use'], to: 'idle' } },
  },
  'call-bell': {
    states: ['quiet', 'ringing', 'answered'],
    initial: 'quiet',
    verbs: { answer: { from: ['ringing'], to: 'answered', sound: 'switch' } },
  },
  // One zone of a cell to be searched: seen before it is touched (procedures 1.7).
  'search-zone': {
    states: ['unsearched', 'looked-at', 'searched'],
    initial: 'unsearched',
    verbs: {
      'look-first': { from: ['unsearched'], to: 'looked-at' },
      search: { from: ['unsearched', 'looked-at'], to: 'searched', sound: 'cloth' },
    },
  },
  // Something a search brings to light; the scenario says when it is found.
  find: {
    states: ['hidden', 'found', 'photographed', 'sealed'],
    initial: 'hidden',
    verbs: {
      photograph: { from: ['found'], to: 'photographed', sound: 'switch' },
      'seal-in-bag': { from: ['found', 'photographed'], to: 'sealed', sound: 'paper' },
    },
  },
  gloves: {
    states: ['off', 'on'],
    initial: 'off',
    verbs: {
      'put-on': { from: ['off'], to: 'on', sound: 'cloth' },
      'take-off': { from: ['on'], to: 'off', sound: 'cloth' },
    },
  },
  'torch-and-mirror': {
    states: ['stowed', 'in-hand'],
    initial: 'stowed',
    verbs: { 'take-out': { from: ['stowed'], to: 'in-hand' }, 'put-away': { from: ['in-hand'], to: 'stowed' } },
  },
  // Where pockets are emptied into, and what is given back from.
  tray: {
    states: ['empty', 'filled', 'returned'],
    initial: 'empty',
    verbs: { 'give-back': { from: ['filled'], to: 'returned', sound: 'cloth' } },
  },
  'privacy-screen': {
    states: ['folded', 'drawn'],
    initial: 'folded',
    verbs: {
      'draw-out': { from: ['folded'], to: 'drawn', sound: 'cloth' },
      'fold-back': { from: ['drawn'], to: 'folded', sound: 'cloth' },
    },
  },
  chair: {
    states: ['free', 'taken'],
    initial: 'free',
    verbs: { 'sit-down': { from: ['free'], to: 'taken' }, 'get-up': { from: ['taken'], to: 'free' } },
  },
  form: {
    states: ['blank', 'filled', 'signed'],
    initial: 'blank',
    verbs: {
      fill: { from: ['blank'], to: 'filled', sound: 'paper' },
      'have-signed': { from: ['filled'], to: 'signed', sound: 'paper' },
    },
  },
} as const satisfies Record<string, PropKindOf<string>>

type PropKindOf<Word extends string> = {
  readonly states: readonly Word[]
  readonly initial: Word
  readonly verbs: Readonly<Record<string, Verb>>
}

export type PropKindName = keyof typeof PROP_KINDS
