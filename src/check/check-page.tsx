import { useState } from 'react'
import { type Discipline, type Scenario, stacksOf } from '#core/scenario'
import type { CheckJob, Witness } from '#core/verifier'
import { Button, DisciplineMark, useText } from '#ui'
import './check.css'
import { CheckProgress } from './check-progress.tsx'
import { CheckReport } from './check-report.tsx'
import { EFFORTS, type Effort, effortFor } from './effort.ts'
import { useCheck } from './use-check.ts'

/** A scenario that can be checked, as the catalogue names it. */
export type CheckedScenario = {
  readonly id: string
  readonly title: string
  readonly layers: readonly Discipline[]
  readonly variations: readonly { readonly id: string; readonly title: string }[]
}
type Props = {
  readonly scenarios: readonly CheckedScenario[]
  /** the scenario that is chosen at first */ readonly first: string | undefined
  readonly language: string
  readonly scenarioOf: (id: string) => Promise<Scenario>
  /** opens a run in the player */ readonly onOpen: (scenario: Scenario, witness: Witness) => void
}

/** For whoever writes or teaches a scenario: what can go wrong in it, what can be earned in it, and the runs that show it. */
export function CheckPage({ scenarios, first, language, scenarioOf, onOpen }: Props) {
  const text = useText()
  const { check, start, cancel } = useCheck()
  const [id, setId] = useState(first ?? scenarios[0]?.id ?? '')
  const entry = scenarios.find((one) => one.id === id) ?? scenarios[0]
  const [layers, setLayers] = useState<readonly Discipline[]>(entry?.layers ?? [])
  const [isAll, setIsAll] = useState(false)
  const [effort, setEffort] = useState<Effort>('usual')
  const [scenario, setScenario] = useState<Scenario>()
  if (!entry) return null
  const choose = (next: string) => {
    setId(next)
    setLayers(scenarios.find((one) => one.id === next)?.layers ?? [])
  }
  const toggle = (layer: Discipline) =>
    setLayers(entry.layers.filter((one) => (one === layer ? !layers.includes(one) : layers.includes(one))))
  const begin = async () => {
    const read = await scenarioOf(entry.id)
    setScenario(read)
    const wanted: CheckJob['wanted'] = { ...effortFor(effort), layers, allStacks: isAll }
    start({ id: entry.id, files: read.files, wanted })
  }
  const isRunning = check.is === 'running'
  return (
    <main className="page check">
      <h1>{text('check.title')}</h1>
      <p>{text('check.what')}</p>
      <form
        className="check-choices"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isRunning) void begin()
        }}
      >
        <label className="stack">
          {text('check.scenario')}
          <select value={entry.id} disabled={isRunning} onChange={(event) => choose(event.target.value)}>
            {scenarios.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <label className="stack">
          {text('check.effort')}
          <select
            value={effort}
            disabled={isRunning}
            onChange={(event) => setEffort(EFFORTS.find((one) => one === event.target.value) ?? 'usual')}
          >
            {EFFORTS.map((one) => (
              <option key={one} value={one}>
                {text(`check.efforts.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <div className="check-wide" role="group" aria-label={text('start.layers')}>
          <div className="row">
            {entry.layers.map((layer) => (
              <Button
                key={layer}
                aria-pressed={layers.includes(layer)}
                isDisabled={isRunning}
                onPress={() => toggle(layer)}
              >
                <DisciplineMark discipline={layer} />
              </Button>
            ))}
          </div>
        </div>
        <label className="row check-wide check-all">
          <input
            type="checkbox"
            checked={isAll}
            disabled={isRunning}
            onChange={(event) => setIsAll(event.target.checked)}
          />
          {text('check.all-stacks', { n: stacksOf(layers).length })}
        </label>
        <p className="check-wide">
          <Button type="submit" className="primary" isDisabled={isRunning}>
            {text('check.begin')}
          </Button>
        </p>
      </form>
      {check.is === 'running' && (
        <CheckProgress
          progress={check.progress}
          stacks={isAll ? stacksOf(layers).length : 1}
          budget={effortFor(effort).states}
          onCancel={cancel}
        />
      )}
      {check.is === 'cancelled' && <p role="status">{text('check.cancelled')}</p>}
      {check.is === 'failed' && (
        <p className="alert" role="alert">
          {text('check.failed', { reason: check.message })}
        </p>
      )}
      {check.is === 'done' && scenario && (
        <CheckReport
          verified={check.verified}
          seconds={check.seconds}
          scenario={scenario}
          variations={entry.variations}
          language={language}
          onOpen={(witness) => onOpen(scenario, witness)}
        />
      )}
    </main>
  )
}
