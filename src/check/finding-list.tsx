import type { Finding, Witness } from '#core/verifier'
import { Button, useText } from '#ui'

type Props = { readonly findings: readonly Finding[]; readonly onOpen: (witness: Witness) => void }

/** Findings, the errors first: how bad, where, what in one sentence, how to mend it, and the run that shows it. */
export function FindingList({ findings, onOpen }: Props) {
  const text = useText()
  const sorted = findings.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
  return (
    <ul className="check-findings">
      {sorted.map(({ code, severity, about, file, line, column, witness }) => (
        <li key={`${code} ${file} ${line} ${column} ${Object.values(about).join()}`} className={`card ${severity}`}>
          <p>
            <strong>{text(`check.severity.${severity}`)}</strong> {text(`check.codes.${code}.what`, about)}
          </p>
          <p>{text(`check.codes.${code}.cure`, about)}</p>
          <p className="row">
            <small>
              {text('check.where', { file, line })} · {code}
            </small>
            {witness && (
              <Button
                onPress={() => onOpen(witness)}
                aria-label={`${text('check.show-run')}: ${text(`check.codes.${code}.what`, about)}`}
              >
                {text('check.show-run')}
              </Button>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
