import { useText } from '#ui'
import type { TakenIn } from './compose.ts'
import { SealLine } from './seal-line.tsx'

/** What became of a file: what is wrong with it, or what its seal says. */
export function ImportReport({ problems, seal }: TakenIn) {
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
