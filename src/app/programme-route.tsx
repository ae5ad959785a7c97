import { useNavigate } from '@tanstack/react-router'
import type { RungStanding } from '#core/assessment'
import { standingIn } from '#core/assessment'
import { ProgrammePage } from '#programme'
import { useText } from '#ui'
import { collectAttempts } from './attempts.ts'
import { createSession } from './compose.ts'
import { Failed } from './failed.tsx'
import { useCatalogue, useLanguage } from './languages.ts'
import { useLoading } from './use-loading.ts'

/** Where the trainee of this browser stands, and the way on from there. */
export function ProgrammeRoute() {
  const text = useText()
  const navigate = useNavigate()
  const locale = useLanguage()
  const { scenarios, programmes } = useCatalogue()
  const { value: attempts, failed } = useLoading('attempts', collectAttempts)
  if (failed !== undefined) return <Failed reason={failed} />
  if (!attempts) return <p className="page">{text('app.loading')}</p>
  const variations = Object.fromEntries(
    scenarios.map((scenario) => [scenario.id, ['none', ...scenario.variations.map(({ id }) => id)]]),
  )
  const begin = async ({ rung, mode, variation }: RungStanding, view: '3d' | 'panels') => {
    const { scenario, stack } = rung
    const sessionId = await createSession({ scenario, stack, mode, variation, personas: {}, locale })
    await navigate({ to: '/play/$sessionId', params: { sessionId }, search: view === 'panels' ? { view } : {} })
  }
  return (
    <main className="page">
      {programmes.map((programme) => (
        <ProgrammePage
          key={programme.data.id}
          programme={programme}
          standing={standingIn(programme.data, attempts, variations, Date.now())}
          scenarios={scenarios}
          onBegin={(rung, view) => void begin(rung, view)}
        />
      ))}
    </main>
  )
}
