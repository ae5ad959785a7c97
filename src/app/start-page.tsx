import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { SessionSummary } from '#storage'
import { Button, clockTime, Fold, Folds, useFormat, useText } from '#ui'
import { ImportReport } from './import-report.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { useCatalogue } from './languages.ts'
import { Setup } from './setup.tsx'
import type { TakenIn } from './take-in.ts'
import { useSealing } from './use-sealing.ts'

/** Storage and the core come after the first paint: the page itself needs neither. */
const services = () => import('./compose.ts')

/** What can be trained, how, and what has been trained before. */
export function StartPage() {
  const text = useText()
  const { moment } = useFormat()
  const [sessions, setSessions] = useState<readonly SessionSummary[]>([])
  const [takenIn, setTakenIn] = useState<TakenIn | 'reading'>()
  const refresh = useCallback(() => void services().then(async ({ store }) => setSessions(await store.list())), [])
  useEffect(refresh, [refresh])
  const { scenarios, programmes } = useCatalogue()
  const situations = inOrderOf(programmes[0], scenarios)
  const isSealing = useSealing()
  const titleOf = (scenario: string): string => scenarios.find((entry) => entry.id === scenario)?.title ?? scenario
  const unfinished = sessions.filter((session) => !session.finished)
  const past = sessions.filter((session) => session.finished)
  const open = async (file: File | undefined) => {
    if (!file) return
    setTakenIn('reading')
    const { importFile } = await import('./take-in.ts')
    setTakenIn(await importFile(file))
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
              <span>{titleOf(session.scenario)}</span>
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
      <Folds open={situations[0]?.id}>
        {situations.map((entry) => (
          <Fold
            key={entry.id}
            id={entry.id}
            title={entry.title}
            beside={text('start.minutes', { n: entry.minutes })}
            summary={entry.summary}
          >
            <Setup entry={entry} isSealing={isSealing} />
          </Fold>
        ))}
      </Folds>
      <hr className="rule" />
      {past.length > 0 && (
        <section aria-label={text('start.past')}>
          <h2>{text('start.past')}</h2>
          <ul>
            {past.map((session) => (
              <li key={session.id} className="row">
                <Link to="/debrief/$sessionId" params={{ sessionId: session.id }}>
                  {titleOf(session.scenario)}, {clockTime(session.lastMs)}
                </Link>
                {session.mode === 'assessment' && <small>{text('assessment.title')}</small>}
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
      {takenIn && <ImportReport takenIn={takenIn} titleOf={titleOf} />}
    </main>
  )
}

/** The order in which a programme brings them: a beginner finds the first thing to do at the top. */
function inOrderOf(
  programme: ProgrammeEntry | undefined,
  scenarios: readonly ScenarioEntry[],
): readonly ScenarioEntry[] {
  const ladder = programme?.data.ladders.map(({ scenario }) => scenario) ?? []
  const rank = ({ id }: ScenarioEntry) => (ladder.includes(id) ? ladder.indexOf(id) : ladder.length)
  return scenarios.toSorted((a, b) => rank(a) - rank(b))
}
