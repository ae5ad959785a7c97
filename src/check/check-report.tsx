import type { Scenario } from '#core/scenario'
import type { Verified, Witness } from '#core/verifier'
import { wordsIn } from '#player'
import { useText } from '#ui'
import { FindingList } from './finding-list.tsx'
import { StackCard } from './stack-card.tsx'

type Props = {
  readonly verified: Verified
  readonly seconds: number
  readonly scenario: Scenario
  readonly variations: readonly { readonly id: string; readonly title: string }[]
  readonly language: string
  readonly onOpen: (witness: Witness) => void
}

/** What a check found: in one sentence, in findings, and for each stack what can be earned and reached. */
export function CheckReport({ verified, seconds, scenario, variations, language, onOpen }: Props) {
  const text = useText()
  const words = wordsIn(scenario, language)
  const { findings, stacks, undecided } = verified
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return (
    <>
      <section aria-label={text('check.result')}>
        <h2>{text('check.result')}</h2>
        <p role="status">
          {findings.length === 0
            ? text('check.nothing-found')
            : text('check.found', { errors, warnings: findings.length - errors })}{' '}
          <small>{text('check.took', { n: Math.max(1, Math.round(seconds)) })}</small>
        </p>
        <FindingList findings={findings} onOpen={onOpen} />
        {undecided.length > 0 && (
          <details>
            <summary>{text('check.undecided', { n: undecided.length })}</summary>
            <p>{text('check.undecided-what')}</p>
            <ul>
              {undecided.map((key) => (
                <li key={key}>
                  <code>{key}</code>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      {stacks.map((stack) => (
        <StackCard
          key={stack.layers.join()}
          stack={stack}
          words={words}
          variationOf={(id) => variations.find((one) => one.id === id)?.title}
          onOpen={onOpen}
        />
      ))}
    </>
  )
}
