import { programmes, scenarioIndex } from 'virtual:scenario-index'
import { useNavigate } from '@tanstack/react-router'
import type { RungStanding } from '#core/assessment'
import { standingIn } from '#core/assessment'
import { ProgrammePage } from '#programme'
import { useText } from '#ui'
import { collectAttempts } from './attempts.ts'
import { createSession } from './compose.ts'
import { Failed } from './failed.tsx'
import { useLoading } from './use-loading.ts'

const VARIATIONS = Object.fromEntries(
  scenarioIndex.map(({ id, variations }) => [id, ['none', ...variations.map((variation) => variation.id)]]),
)

/** Where the trainee of this browser stands, and the way on from there. */
export function ProgrammeRoute() {
  const text = useText()
  const navigate = useNavigate()
  const { value, failed } = useLoading('programme', async () => {
    const attempts = await collectAttempts()
    return programmes.map((programme) => ({
      ...programme,
      standing: standingIn(programme.data, attempts, VARIATIONS, Date.now()),
    }))
  })
  if (failed !== undefined) return <Failed reason={failed} />
  if (!value) return <p className="page">{text('app.loading')}</p>
  const begin = async ({ rung, mode, variation }: RungStanding, view: '3d' | 'panels') => {
    const { scenario, stack } = rung
    const sessionId = await createSession({ scenario, stack, mode, variation, personas: {} })
    await navigate({ to: '/play/$sessionId', params: { sessionId }, search: view === 'panels' ? { view } : {} })
  }
  return (
    <main className="page">
      {value.map((programme) => (
        <ProgrammePage
          key={programme.data.id}
          programme={programme}
          standing={programme.standing}
          scenarios={scenarioIndex}
          onBegin={(rung, view) => void begin(rung, view)}
        />
      ))}
    </main>
  )
}
