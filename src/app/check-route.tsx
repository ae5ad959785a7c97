import { useNavigate } from '@tanstack/react-router'
import { CheckPage } from '#check'
import { useCatalogue, useLanguage } from './languages.ts'

/** The check of what comes with this build; its runs open in the debrief, where they can be watched. */
export function CheckRoute({ first }: { readonly first: string | undefined }) {
  const navigate = useNavigate()
  const language = useLanguage()
  const { scenarios } = useCatalogue()
  return (
    <CheckPage
      scenarios={scenarios}
      first={scenarios.some(({ id }) => id === first) ? first : undefined}
      language={language}
      scenarioOf={async (id) => (await (await import('./library.ts')).shipped(id)).scenario}
      onOpen={async (scenario, witness) => {
        const { keepWitness } = await import('./witness-session.ts')
        const sessionId = await keepWitness(scenario, witness, language)
        await navigate({ to: '/debrief/$sessionId', params: { sessionId } })
      }}
    />
  )
}
