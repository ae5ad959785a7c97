import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { Discipline } from '#core/scenario'
import type { SessionSummary } from '#storage'
import { Button, clockTime, DisciplineMark, useFormat, useText } from '#ui'
import { LanguageChoice } from './language-choice.tsx'
import { useCatalogue, useLanguage } from './languages.ts'

/** Storage and the core come after the first paint: the page itself needs neither. */
const services = () => import('./compose.ts')

/** What can be trained, how, and what has been trained before. */
export function StartPage() {
  const text = useText()
  const { moment } = useFormat()
  const [sessions, setSessions] = useState<readonly SessionSummary[]>([])
  const [problems, setProblems] = useState<readonly string[]>([])
  const refresh = useCallback(() => void services().then(async ({ store }) => setSessions(await store.list())), [])
  useEffect(refresh, [refresh])
  const { scenarios } = useCatalogue()
  const titleOf = (session: SessionSummary): string =>
    scenarios.find((entry) => entry.id === session.scenario)?.title ?? session.scenario
  const unfinished = sessions.filter((session) => !session.finished)
  const past = sessions.filter((session) => session.finished)
  const open = async (file: File | undefined) => {
    if (!file) return
    const { importFile } = await services()
    setProblems(await importFile(file))
    refresh()
  }
  return (
    <main className="page">
      <h1>{text('app.name')}</h1>
      <p>{text('app.what')}</p>
      <LanguageChoice />
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
        <Setup key={entry.id} entry={entry} />
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
                <small>{moment(Date.parse(session.startedAt))}</small>
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
      {problems.length > 0 && (
        <div className="alert" role="alert">
          <p>{text('start.import-failed')}</p>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
    </main>
  )
}

/** One scenario with everything that can be chosen before it begins. */
function Setup({ entry }: { readonly entry: ScenarioEntry }) {
  const text = useText()
  const locale = useLanguage()
  const navigate = useNavigate()
  const [stack, setStack] = useState<readonly Discipline[]>(entry.layers.slice(0, 1))
  const [mode, setMode] = useState<'guided' | 'practice'>('guided')
  const [persona, setPersona] = useState(entry.personas[0]?.id ?? '')
  const [variation, setVariation] = useState('none')
  const [view, setView] = useState<'3d' | 'panels'>('3d')
  const begin = async () => {
    const { createSession } = await services()
    const sessionId = await createSession({
      scenario: entry.id,
      stack,
      mode,
      personas: { [entry.focus]: persona },
      variation,
      locale,
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
          onChange={(value) => setMode(value === 'practice' ? 'practice' : 'guided')}
          options={[
            ['guided', text('start.guided')],
            ['practice', text('start.practice')],
          ]}
        />
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
      <p className="start-begin">
        <Button className="primary" onPress={() => void begin()}>
          {text('start.begin')}
        </Button>
      </p>
    </section>
  )
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
