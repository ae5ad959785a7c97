import { Link } from '@tanstack/react-router'
import type { Quality } from '#cell'
import { OtherSidePage } from '#other-side'
import { useText } from '#ui'
import { store } from './compose.ts'
import { Reviewed } from './reviewed.tsx'
import { Sounds } from './sounds.tsx'
import { TheirView } from './their-view.tsx'

type Props = {
  readonly sessionId: string
  readonly view: '3d' | 'panels'
  readonly quality: Quality | undefined
}

/** A stored session through the prisoner's eyes. */
export function EyesRoute({ sessionId, view, quality }: Props) {
  const text = useText()
  return (
    <Reviewed sessionId={sessionId}>
      {({ replay, scenario, stored, notice }) => (
        <OtherSidePage
          session={{ officer: 'own', replay }}
          scenario={scenario}
          answers={stored.otherSide}
          onAnswers={(answers) => store.saveOtherSide(sessionId, answers)}
          cell={view === '3d' ? <TheirView asked={quality} /> : null}
          sounds={<Sounds by="prisoner" />}
          notice={notice}
          after={() => (
            <p>
              <Link to="/debrief/$sessionId" params={{ sessionId }}>
                {text('other-side.to-debrief')}
              </Link>
            </p>
          )}
        />
      )}
    </Reviewed>
  )
}
