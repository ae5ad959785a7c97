import type { Happening } from '#core/session'
import type { LogPosition, Monitor, MonitorState } from './monitor.ts'

/** Many monitors stepped together: a step reaches only those it can move. */
export type Watch = {
  readonly monitors: readonly Monitor[]
  readonly initial: readonly MonitorState[]
  /** states after a step; the same array when nothing has moved */ readonly step: (
    states: readonly MonitorState[],
    happening: Happening,
    position: LogPosition,
  ) => readonly MonitorState[]
}

export function watchOf(monitors: readonly Monitor[]): Watch {
  const everyStep = monitors.flatMap(({ listens }, n) => (listens ? [] : n))
  const byAct = new Map<string, number[]>()
  for (const [n, { listens }] of monitors.entries())
    for (const act of listens ?? []) {
      const listeners = byAct.get(act) ?? [...everyStep]
      listeners.push(n)
      byAct.set(act, listeners)
    }
  return {
    monitors,
    initial: monitors.map(({ initial }) => initial),
    step: (states, happening, position) => {
      let next: MonitorState[] | undefined
      for (const n of (happening.act && byAct.get(happening.act.id)) ?? everyStep) {
        const before = (next ?? states)[n]
        const after = before && monitors[n]?.step(before, happening, position)
        if (!after || after === before) continue
        next ??= states.slice()
        next[n] = after
      }
      return next ?? states
    },
  }
}
