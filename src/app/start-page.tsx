import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { Discipline } from '#core/scenario'
import type { Mode } from '#core/session'
import type { SessionSummary } from '#storage'
import { Button, clockTime, DisciplineMark, useText } from '#ui'
import type { TakenIn } from './compose.ts'
import { SealLine } from './seal-line.tsx'
import { useCatalogue } from './use-catalogue.ts'

/** Storage and the core come after the first paint: the page itself needs neither. */
const services = () => import('./compose.ts')

/** What can be trained, how, and what has been trained before. */
export function StartPage() {
  const text = useText()
  const [sessions, setSessions] = useState<readonly SessionSummary[]>([])
  const [takenIn, setTakenIn] = useState<TakenIn>()
  const refresh = useCallback(() => void services().then(async ({ store }) => setSessions(await store.list())), [])
  useEffect(refresh, [refresh])
  const { scenarios } = useCatalogue()
  const isSealing = useSealing()
  const titleOf = (session: SessionSummary): string =>
    scenarios.find((entry) => entry.id === session.scenario)?.title ?? session.scenario
  const unfinished = sessions.filter((session) => !session.finished)
  const past = sessions.filter((session) => session.finished)
  const open = async (file: File | undefined) => {
    if (!file) return
    const { importFile } = await services()
    setTakenIn(await importFile(file))
    refresh()
  }
  return (
    <main className="page">
      <h1>{text('app.name')}</h1>
      <p>{text('app.what')}</p>
      {unfinished.length > 0 && (
        <section aria-label={text('start.unfinished')} className="notice">
          <h2>{text('start.unfinished')}</h2>
          {unfinished.map((session) => (
            <p key={session.id} className="row">
              <span>{titleOf(session)}</span>
              <small>{clockTime(session.lastMs)}</small>
              <Link
                className="button"
                to="/play/$sessionId"
                params={{ sessionId: session.id }}
                search={{ view: 'panels' }}
              >
                {text('start.resume')} ({text('training.panels')})
              </Link>
              <Link className="button" to="/play/$sessionId" params={{ sessionId: session.id }} search={{}}>
                {text('start.resume')} ({text('training.cell')})
              </Link>
            </p>
          ))}
        </section>
      )}
      {scenarios.map((entry) => (
        <Setup key={entry.id} entry={entry} isSealing={isSealing} />
      ))}
      <hr className="rule" />
      {past.length > 0 && (
        <section aria-label={text('start.past')}>
          <h2>{text('start.past')}</h2>
          <ul>
            {past.map((session) => (
              <li key={session.id} className="row">
                <Link to="/debrief/$sessionId" params={{ sessionId: session.id }}>
                  {titleOf(session)}, {clockTime(session.lastMs)}
                </Link>
                {session.mode === 'assessment' && <small>{text('assessment.title')}</small>}
                <small>{session.startedAt.slice(0, 16).replace('T', ' ')}</small>
                <Button onPress={() => void services().then(({ exportFile }) => exportFile(session.id))}>
                  {text('start.export')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <label className="stack">
        {text('start.import')}
        <input type="file" accept=".simcell" onChange={(event) => void open(event.target.files?.[0])} />
      </label>
      {takenIn && <ImportReport {...takenIn} />}
    </main>
  )
}

/** What became of a file: what is wrong with it, or what its seal says. */
function ImportReport({ problems, seal }: TakenIn) {
  const text = useText()
  if (problems.length === 0 && seal?.is === 'unbroken')
    return (
      <p className="notice" role="status">
        <SealLine seal={seal} />
      </p>
    )
  if (problems.length === 0 && !seal) return null
  return (
    <div className="alert" role="alert">
      <p>{text('start.import-failed')}</p>
      {seal && (
        <p>
          <SealLine seal={seal} />
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </div>
  )
}

/** One scenario with everything that can be chosen before it begins. */
function Setup({ entry, isSealing }: { readonly entry: ScenarioEntry; readonly isSealing: boolean }) {
  const text = useText()
  const navigate = useNavigate()
  const [stack, setStack] = useState<readonly Discipline[]>(entry.layers.slice(0, 1))
  const [mode, setMode] = useState<Mode>('guided')
  const [persona, setPersona] = useState(entry.personas[0]?.id ?? '')
  const [variation, setVariation] = useState('none')
  const [view, setView] = useState<'3d' | 'panels'>('3d')
  const modes: readonly Mode[] = isSealing ? ['guided', 'practice', 'assessment'] : ['guided', 'practice']
  const begin = async () => {
    const { createSession } = await services()
    const sessionId = await createSession({
      scenario: entry.id,
      stack,
      mode,
      personas: { [entry.focus]: persona },
      variation,
    })
    await navigate({ to: '/play/$sessionId', params: { sessionId }, search: view === 'panels' ? { view } : {} })
  }
  const toggle = (layer: Discipline) =>
    setStack(entry.layers.filter((d) => (d === layer ? !stack.includes(d) : stack.includes(d))))
  return (
    <section className="card" aria-label={entry.title}>
      <h2>
        {entry.title} <small>{text('start.minutes', { n: entry.minutes })}</small>
      </h2>
      <p>{entry.summary}</p>
      <div role="group" aria-label={text('start.layers')} className="row">
        {entry.layers.map((layer) => (
          <Button key={layer} aria-pressed={stack.includes(layer)} onPress={() => toggle(layer)}>
            <DisciplineMark discipline={layer} />
          </Button>
        ))}
      </div>
      <p className="small start-hint">{text('start.layers-hint')}</p>
      <div className="columns">
        <Choice
          label={text('start.mode')}
          value={mode}
          onChange={(value) => setMode(modes.find((one) => one === value) ?? 'guided')}
          options={modes.map((one) => [one, text(`start.${one}`)])}
        />
        {mode !== 'assessment' && (
          <>
            <Choice
              label={text('start.person')}
              value={persona}
              onChange={setPersona}
              options={entry.personas.map((p) => [p.id, p.name])}
            />
            <Choice
              label={text('start.variation')}
              value={variation}
              onChange={setVariation}
              options={[['none', text('start.none')], ...entry.variations.map((v) => [v.id, v.title] as const)]}
            />
          </>
        )}
        <Choice
          label={text('start.view')}
          value={view}
          onChange={(value) => setView(value === 'panels' ? 'panels' : '3d')}
          options={[
            ['3d', text('start.view-3d')],
            ['panels', text('start.view-panels')],
          ]}
        />
      </div>
      {mode === 'assessment' && <p className="notice">{text('assessment.what')}</p>}
      {!isSealing && <p className="small">{text('assessment.no-seal-here')}</p>}
      <p className="start-begin">
        <Button className="primary" onPress={() => void begin()}>
          {text('start.begin')}
        </Button>
      </p>
    </section>
  )
}

/** Whether this browser can seal, and so may assess; asked once, and taken for granted until it answers. */
function useSealing(): boolean {
  const [isSealing, setSealing] = useState(true)
  useEffect(() => void import('#sealing').then(async ({ canSeal }) => setSealing(await canSeal())), [])
  return isSealing
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly (readonly [value: string, label: string])[]
}
function Choice({ label, value, onChange, options }: ChoiceProps) {
  return (
    <label className="stack">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
