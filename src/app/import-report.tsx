import { Link } from '@tanstack/react-router'
import { useText } from '#ui'
import { SealLine } from './seal-line.tsx'
import type { TakenIn } from './take-in.ts'

type Props = {
  /** `reading`: it is not known yet */ readonly takenIn: TakenIn | 'reading'
  /** of a scenario, by its id */ readonly titleOf: (scenario: string) => string
}

/** What became of a file: the session that is here now, or what is wrong with it; and what its seal says. */
export function ImportReport({ takenIn, titleOf }: Props) {
  const text = useText()
  if (takenIn === 'reading') return <p role="status">{text('start.importing')}</p>
  const { session, problems, seal } = takenIn
  if (session)
    return (
      <div className="notice" role="status">
        <p>
          {text('start.imported', { title: titleOf(session.scenario) })}{' '}
          <Link to="/debrief/$sessionId" params={{ sessionId: session.id }}>
            {text('start.debrief')}
          </Link>
        </p>
        {seal && (
          <p>
            <SealLine seal={seal} />
          </p>
        )}
      </div>
    )
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
