import { Link } from '@tanstack/react-router'
import type { Quality } from '#cell'
import { DebriefPage } from '#debrief'
import { useText } from '#ui'
import { exportFile, store } from './compose.ts'
import { DebriefCell } from './debrief-cell.tsx'
import { Reviewed } from './reviewed.tsx'

type Props = { readonly sessionId: string; readonly quality: Quality | undefined }

/** The debrief of a stored session. */
export function DebriefRoute({ sessionId, quality }: Props) {
  const text = useText()
  return (
    <Reviewed sessionId={sessionId}>
      {({ replay, scenario, stored, notice }) => (
        <DebriefPage
          replay={replay}
          scenario={scenario}
          cell={<DebriefCell asked={quality} poses={stored.poses} />}
          notice={notice}
          toOtherSide={
            <Link to="/eyes/$sessionId" params={{ sessionId }}>
              {text('other-side.link')}
            </Link>
          }
          reflection={stored.reflection ?? { keep: '', change: '' }}
          notes={stored.notes}
          onReflection={(reflection) => store.saveReflection(sessionId, reflection)}
          onExport={() => void exportFile(sessionId)}
        />
      )}
    </Reviewed>
  )
}
