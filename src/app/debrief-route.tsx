import { replayLog } from '#core/session'
import { DebriefPage } from '#debrief'
import { useText } from '#ui'
import { exportFile, openStored, store } from './compose.ts'
import { damageIn } from './damage.ts'
import { DamageNotice } from './damage-notice.tsx'
import { Failed } from './failed.tsx'
import { useLoading } from './use-loading.ts'

/** The debrief of a stored session. */
export function DebriefRoute({ sessionId }: { readonly sessionId: string }) {
  const text = useText()
  const { value, failed } = useLoading(sessionId, async () => {
    const opened = await openStored(sessionId)
    const replay = replayLog(opened.scenario, opened.records)
    return { ...opened, replay, damage: opened.damage ?? damageIn(replay) }
  })
  if (failed !== undefined) return <Failed reason={failed} />
  if (!value) return <p className="page">{text('app.loading')}</p>
  return (
    <DebriefPage
      replay={value.replay}
      scenario={value.scenario}
      notice={value.damage && <DamageNotice damage={value.damage} />}
      reflection={value.stored.reflection ?? { keep: '', change: '' }}
      onReflection={(reflection) => store.saveReflection(sessionId, reflection)}
      onExport={() => void exportFile(sessionId)}
    />
  )
}
