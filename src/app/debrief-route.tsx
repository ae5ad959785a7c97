import { replayLog } from '#core/session'
import { DebriefPage } from '#debrief'
import { useText } from '#ui'
import { exportFile, openStored, store } from './compose.ts'
import { Failed } from './failed.tsx'
import { useLoading } from './use-loading.ts'

/** The debrief of a stored session. */
export function DebriefRoute({ sessionId }: { readonly sessionId: string }) {
  const text = useText()
  const { value, failed } = useLoading(sessionId, async () => {
    const opened = await openStored(sessionId)
    return {
      ...opened,
      replay: replayLog(
        opened.scenario,
        opened.stored.log.map((line) => line.record),
      ),
    }
  })
  if (failed) return <Failed reason={failed} />
  if (!value) return <p className="page">{text('app.loading')}</p>
  return (
    <DebriefPage
      replay={value.replay}
      scenario={value.scenario}
      reflection={value.stored.reflection ?? { keep: '', change: '' }}
      onReflection={(reflection) => store.saveReflection(sessionId, reflection)}
      onExport={() => void exportFile(sessionId)}
    />
  )
}
