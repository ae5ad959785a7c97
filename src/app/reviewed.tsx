import { type ReactNode, useState } from 'react'
import { type Replay, replayLog } from '#core/session'
import { useSettings, wordsIn } from '#player'
import { useText } from '#ui'
import { openAssessed, releaseResult } from './assessing.ts'
import { damageIn } from './damage.ts'
import { DamageNotice } from './damage-notice.tsx'
import { Failed } from './failed.tsx'
import { SealLine } from './seal-line.tsx'
import { useLoading } from './use-loading.ts'
import { WithheldPage } from './withheld-page.tsx'

/** A stored session that may be looked at. */
export type Shown = Awaited<ReturnType<typeof openAssessed>> & {
  readonly replay: Replay
  /** what must be known of it before any result is read */ readonly notice: ReactNode
}

/** Opens a session for looking back at it: the view of it, or what stands in its way. */
export function Reviewed({
  sessionId,
  children,
}: {
  readonly sessionId: string
  readonly children: (shown: Shown) => ReactNode
}) {
  const text = useText()
  const language = useSettings((settings) => settings.language)
  const [releases, setReleases] = useState(0)
  const { value, failed } = useLoading(`${sessionId} ${releases}`, async () => {
    const opened = await openAssessed(sessionId)
    const replay = replayLog(opened.scenario, opened.records)
    return { ...opened, replay, damage: opened.damage ?? damageIn(replay, opened.records) }
  })
  if (failed !== undefined) return <Failed reason={failed} />
  if (!value) return <p className="page">{text('app.loading')}</p>
  const { assessed, damage, scenario } = value
  if (assessed?.isWithheld)
    return (
      <WithheldPage
        title={wordsIn(scenario, language)('title')}
        sessionId={sessionId}
        assessed={assessed}
        onRelease={async (phrase) => {
          const isReleased = await releaseResult(sessionId, phrase)
          if (isReleased) setReleases(releases + 1)
          return isReleased
        }}
      />
    )
  const notice = (
    <>
      {damage && <DamageNotice damage={damage} />}
      {assessed && (
        <p className={assessed.seal.is === 'unbroken' ? 'notice' : 'alert'}>
          {text('assessment.title')}. <SealLine seal={assessed.seal} />
          {!assessed.isAsDrawn && ` ${text('assessment.not-drawn')}`}
        </p>
      )}
    </>
  )
  return children({ ...value, notice })
}
