/** The moves of a world: those of a state lie from `first[state]` to `first[state + 1]`. */
export type Edges = {
  readonly first: number[]
  readonly to: number[]
  /** 0: an act, 1: a timer, 2: the trainee ends the session */ readonly by: number[]
  /** something can be done there besides standing about */ readonly canAct: boolean[]
}
type Lost = { readonly kind: 'dead-end' | 'soft-lock'; readonly state: number }

/**
 * States a trainee cannot get out of, at most one of each kind, the one that is reached soonest. A dead end: nothing can
 * be done, no timer runs, and it is no ending. A soft-lock: much can be done, and no ending of the plot is left.
 */
export function lostStates(
  edges: Edges,
  count: number,
  isEnd: (state: number) => boolean,
  isAuthored: (state: number) => boolean,
): readonly Lost[] {
  const dead = new Uint8Array(count)
  const good = new Uint8Array(count)
  for (let state = 0; state < count; state++) {
    if (isEnd(state)) good[state] = Number(isAuthored(state))
    else dead[state] = Number(!edges.canAct[state] && !movesOf(edges, state).some(([, by]) => by === 1))
  }
  const reachesGood = backwards(edges, good)
  const reachesDead = backwards(edges, dead)
  const hasEndings = good.includes(1)
  const lost: Lost[] = []
  const deadEnd = dead.indexOf(1)
  if (deadEnd >= 0) lost.push({ kind: 'dead-end', state: deadEnd })
  if (hasEndings)
    for (let state = 0; state < count; state++)
      if (!isEnd(state) && !reachesGood[state] && !reachesDead[state]) {
        lost.push({ kind: 'soft-lock', state })
        break
      }
  return lost
}

/** A state from which timers alone lead back to it, without an act and without end; `undefined` when there is none. */
export function timerCycle(edges: Edges, count: number): number | undefined {
  const mark = new Uint8Array(count)
  for (let root = 0; root < count; root++) {
    const path: number[] = []
    let state: number | undefined = root
    while (state !== undefined && !mark[state]) {
      mark[state] = 1
      path.push(state)
      state = movesOf(edges, state).find(([, by]) => by === 1)?.[0]
    }
    if (state !== undefined && mark[state] === 1) return state
    for (const done of path) mark[done] = 2
  }
  return undefined
}

function movesOf({ first, to, by }: Edges, state: number): readonly (readonly [to: number, by: number])[] {
  const from = first[state]
  if (from === undefined) return []
  let end = to.length
  for (let next = state + 1; next < first.length; next++)
    if (first[next] !== undefined) {
      end = first[next] as number
      break
    }
  return to.slice(from, end).map((target, n) => [target, by[from + n] as number])
}

/** States from which a marked one can be reached. */
function backwards(edges: Edges, marked: Uint8Array): Uint8Array {
  const count = marked.length
  const sources: number[][] = Array.from({ length: count }, () => [])
  for (let state = 0; state < count; state++)
    for (const [to, by] of movesOf(edges, state)) if (by !== 2 && to >= 0) sources[to]?.push(state)
  const reaches = marked.slice()
  const waiting = [...marked].flatMap((is, state) => (is ? state : []))
  while (waiting.length > 0)
    for (const source of sources[waiting.pop() as number] ?? [])
      if (!reaches[source]) {
        reaches[source] = 1
        waiting.push(source)
      }
  return reaches
}
