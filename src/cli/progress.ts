/** How far a check is: the stack it is at, or states visited of it. */
export type Progress = { readonly layers?: readonly string[]; readonly states?: number }

/** Time between two lines, ms. */
const EVERY_MS = 200

/**
 * One line on a terminal, written over: which scenario and stack, how many states, how fast, and how long at most.
 *
 * @param scenarios how many there are
 * @param budget states that are visited at most of each world
 */
export function progressLine(scenarios: number, budget: number): (scenario: string) => (at: Progress) => void {
  let begun = 0
  let writtenMs = 0
  return (scenario) => {
    const number = ++begun
    let layers = ''
    let sinceMs = performance.now()
    return ({ layers: now, states }) => {
      if (now) {
        layers = now.join('+') || 'no layer'
        sinceMs = performance.now()
      }
      if (performance.now() - writtenMs < EVERY_MS) return
      writtenMs = performance.now()
      process.stderr.write(
        `\r\u001b[K${number}/${scenarios} ${scenario}: ${layers}${rateText(states ?? 0, budget, performance.now() - sinceMs)}`,
      )
    }
  }
}

/** `12000 states, 40000/s, at most 8 s more`; nothing where no states are counted. */
export function rateText(states: number, budget: number, tookMs: number): string {
  if (states === 0 || tookMs <= 0) return ' …'
  const perSecond = Math.max(1, Math.round((states * 1000) / tookMs))
  const leftS = Math.ceil(Math.max(0, budget - states) / perSecond)
  return `: ${states} states, ${perSecond}/s, at most ${leftS} s more`
}
