import { type FormEvent, useState } from 'react'
import { Button, useText } from '#ui'
import type { Assessed } from './assessing.ts'
import { exportFile } from './compose.ts'
import { SealLine } from './seal-line.tsx'

type Props = {
  readonly title: string
  readonly sessionId: string
  readonly assessed: Assessed
  /** tries the phrase; `false` when it is a wrong one */ readonly onRelease: (phrase: string) => Promise<boolean>
}

/** An assessment whose result is not for this screen yet: whose it is now, that it is whole, and how it is released. */
export function WithheldPage({ title, sessionId, assessed, onRelease }: Props) {
  const text = useText()
  const [phrase, setPhrase] = useState('')
  const [state, setState] = useState<'open' | 'trying' | 'wrong'>('open')
  const release = async (event: FormEvent) => {
    event.preventDefault()
    setState('trying')
    if (!(await onRelease(phrase))) setState('wrong')
  }
  return (
    <main className="page">
      <p className="small">{text('assessment.title')}</p>
      <h1>{title}</h1>
      <p>{text('assessment.with-assessor')}</p>
      <p className={assessed.seal.is === 'unbroken' ? 'notice' : 'alert'}>
        <SealLine seal={assessed.seal} />
      </p>
      {!assessed.isAsDrawn && <p className="alert">{text('assessment.not-drawn')}</p>}
      <p>
        <Button onPress={() => void exportFile(sessionId)}>{text('assessment.export')}</Button>
      </p>
      <h2>{text('assessment.for-assessor')}</h2>
      {assessed.canRelease ? (
        <form className="stack release" onSubmit={(event) => void release(event)}>
          <label className="stack tight">
            {text('assessment.phrase')}
            <input
              type="password"
              autoComplete="off"
              value={phrase}
              onChange={(event) => setPhrase(event.target.value)}
              aria-describedby="release-state"
            />
          </label>
          <p id="release-state" role="status" className="small">
            {state === 'wrong' && text('assessment.wrong-phrase')}
            {state === 'trying' && text('app.loading')}
          </p>
          <div>
            <Button type="submit" isDisabled={phrase === '' || state === 'trying'}>
              {text('assessment.release')}
            </Button>
          </div>
        </form>
      ) : (
        <p>{text('assessment.elsewhere')}</p>
      )}
    </main>
  )
}
