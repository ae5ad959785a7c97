import type { Quality } from '#cell'
import { replayLog } from '#core/session'
import { DebriefPage } from '#debrief'
import { useText } from '#ui'
import { exportFile, openStored, store } from './compose.ts'
import { damageIn } from './damage.ts'
import { DamageNotice } from './damage-notice.tsx'
import { DebriefCell } from './debrief-cell.tsx'
import { Failed } from './failed.tsx'
import { useLoading } from './use-loading.ts'

type Props = { readonly sessionId: string; readonly quality: Quality | undefined }

/** The debrief of a stored session. */
export function DebriefRoute({ sessionId, quality }: Props) {
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
      cell={<DebriefCell asked={quality} poses={value.stored.poses} />}
      notice={value.damage && <DamageNotice damage={value.damage} />}
      reflection={value.stored.reflection ?? { keep: '', change: '' }}
      notes={value.stored.notes}
      onReflection={(reflection) => store.saveReflection(sessionId, reflection)}
      onExport={() => void exportFile(sessionId)}
    />
  )
}
