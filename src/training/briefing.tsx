import type { ReactNode } from 'react'
import { useScenario, useWords } from '#player'
import { Button, useText } from '#ui'

type Props = {
  readonly tools: ReactNode
  readonly notices: ReactNode
  /** the way back, for whoever chose something else */ readonly home: ReactNode
  /** what is filled in before, e.g. the Safe Job Analysis card */ readonly children: ReactNode
  readonly onBegin: () => void
}

/** What one is told before the clock starts: situation, steps and task. */
export function Briefing({ tools, notices, home, children, onBegin }: Props) {
  const text = useText()
  const words = useWords()
  const { briefing } = useScenario().data
  return (
    <main className="page">
      <div className="row briefing-home">
        {home}
        {tools}
      </div>
      <h1>{words('title')}</h1>
      {notices}
      <p>{words('situation')}</p>
      <h2>{text('training.briefing')}</h2>
      <ol>
        {Array.from({ length: briefing.steps }, (_, n) => `briefing.steps.${n + 1}`).map((key) => (
          <li key={key}>{words(key)}</li>
        ))}
      </ol>
      <h2>{text('training.task')}</h2>
      <p>{words('task')}</p>
      {children}
      <Button className="primary" onPress={onBegin}>
        {text('training.go')}
      </Button>
    </main>
  )
}
