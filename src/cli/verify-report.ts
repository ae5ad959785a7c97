import type { StackReport, Verified, Witness } from '#core/verifier'

type Bounds = NonNullable<StackReport['bounds'][keyof StackReport['bounds']]>

/** A run as a program reads it, and as a list of acts for `simcell play`. */
const runOf = (witness: Witness | undefined) =>
  witness && {
    variation: witness.setup.variation,
    personas: witness.setup.personas,
    endMs: witness.endMs,
    acts: witness.acts.map(({ act, timeMs }) => ({ timeMs, ...act })),
  }

/** What was proved and found of a scenario, as JSON. */
export const verifiedJson = ({ stacks, undecided }: Verified) => ({
  undecided,
  stacks: stacks.map(
    ({ layers, states, transitions, bounded, frontier, runs, bounds, endings, behaviours, choices }) => ({
      layers,
      states,
      transitions,
      bounded,
      frontier,
      runs,
      bounds: Object.fromEntries(
        Object.entries(bounds).map(([discipline, { min, max, proved, isExact, minRun, maxRun }]) => [
          discipline,
          { min, max, exact: isExact, proved, minRun: runOf(minRun), maxRun: runOf(maxRun) },
        ]),
      ),
      endings: endings.map(({ id, acts, witness }) => ({ id, acts, run: runOf(witness) })),
      behaviours,
      choices,
    }),
  ),
})

export const findingJson = (finding: Verified['findings'][number]) => ({
  ...finding,
  witness: runOf(finding.witness),
})

/** A bound as it is read: what runs earn, and what is proved where that is more. */
export function boundsText({ min, max, proved, isExact }: Bounds): string {
  const known = `${min ?? '—'}–${max ?? '—'} %`
  return isExact ? known : `${known} seen, ${proved[0]}–${proved[1]} % proved`
}

/** What was proved and found of a scenario, in words. */
export function verifiedText({ id, version, stacks, findings, undecided }: Verified): string {
  const lines = stacks.map((stack) => {
    const name = stack.layers.length === 0 ? 'no layer' : stack.layers.join('+')
    const states = stack.bounded
      ? `bounded: ${stack.states} states explored, frontier ${stack.frontier}; ${stack.runs} runs played`
      : `every state visited: ${stack.states}`
    const bounds = Object.entries(stack.bounds).map(([discipline, bound]) => `${discipline} ${boundsText(bound)}`)
    const endings = stack.endings.map((ending) => `${ending.id} in ${ending.acts} acts`)
    return [
      `  ${name}`,
      `    ${states}`,
      ...bounds.map((text) => `    ${text}`),
      `    endings: ${endings.join(', ')}`,
    ].join('\n')
  })
  const unknown = undecided.length > 0 ? [`  neither seen nor proved impossible: ${undecided.join('; ')}`] : []
  return [`${id} ${version}: findings: ${findings.length}`, ...lines, ...unknown].join('\n')
}
