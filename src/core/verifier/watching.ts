import { OUTCOMES, type Outcome } from '#core/scenario'
import type { Stepper } from './stepper.ts'
import type { Event } from './tables.ts'
import type { Watcher } from './watcher.ts'

/** States of all watchers and when their windows opened, by value. */
export type Watched = { readonly states: Int32Array; readonly sinceMs: Float64Array }

/** Follows a run on the clock with every watcher: the verdicts, without a replay. */
export class Watching {
  private states: Int32Array
  private sinceMs: Float64Array
  /** watchers that an event may move, and those with a clock, by the number of the event */
  private readonly concerned: (readonly number[] | undefined)[] = []

  constructor(readonly watchers: readonly Watcher[]) {
    this.states = new Int32Array(watchers.length)
    this.sinceMs = new Float64Array(watchers.length)
  }

  reset(): void {
    this.states.fill(0)
  }
  goTo({ states, sinceMs }: Watched): void {
    this.states.set(states)
    this.sinceMs.set(sinceMs)
  }
  place = (): Watched => ({ states: this.states.slice(), sinceMs: this.sinceMs.slice() })

  /** Where a watcher is, by its number. */
  stateOf = (watcher: number): number => this.states[watcher] as number

  tell(event: Event, stepper: Stepper, atMs: number): void {
    for (const number of this.concernedBy(event)) {
      const watcher = this.watchers[number] as Watcher
      let state = this.states[number] as number
      const ran = watcher.runsClock(state)
      if (ran) {
        const waitedMs = atMs - (this.sinceMs[number] as number)
        let late = 0
        for (const limitMs of watcher.limitsMs) if (waitedMs > limitMs) late++
        state = watcher.later(state, late)
      }
      state = watcher.next(state, event, stepper)
      if (!ran && watcher.runsClock(state)) this.sinceMs[number] = atMs
      this.states[number] = state
    }
  }

  private concernedBy(event: Event): readonly number[] {
    const known = this.concerned[event.id]
    if (known) return known
    const found: number[] = []
    for (const [number, watcher] of this.watchers.entries())
      if (watcher.limitsMs.length > 0 || watcher.hears(event)) found.push(number)
    this.concerned[event.id] = found
    return found
  }

  /** What each criterion would be if the session ended now. */
  outcomes(stepper: Stepper): readonly Outcome[] {
    return this.watchers.map(
      (watcher, number) => OUTCOMES[watcher.close(this.states[number] as number, stepper)] as Outcome,
    )
  }
}
