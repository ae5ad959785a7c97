import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Quality } from '#cell'
import { offerPlayer, PlayerProvider, type PlayerStore, usePlayer } from '#player'
import { TrainingPage } from '#training'
import { useText } from '#ui'
import { CellView } from './cell-view.tsx'
import { exportFile, store } from './compose.ts'
import { DamageNotice } from './damage-notice.tsx'
import { Failed } from './failed.tsx'
import { loadSession } from './load-session.ts'
import { PageHeader } from './page-header.tsx'
import { SettingsButton } from './settings-button.tsx'
import { Sounds } from './sounds.tsx'
import { useLoading } from './use-loading.ts'
import { useWriterClaim } from './use-writer-claim.ts'

type Props = {
  readonly sessionId: string
  readonly view: '3d' | 'panels'
  readonly quality: Quality | undefined
}

/** A session that goes on, or one that is only looked at. */
export function PlayPage({ sessionId, view, quality }: Props) {
  const text = useText()
  const { claim, wasPromoted } = useWriterClaim(sessionId)
  const [without3d, setWithout3d] = useState(false)
  const { value, failed } = useLoading(`${sessionId} ${Boolean(claim)} ${wasPromoted}`, () =>
    claim ? loadSession(sessionId, claim) : new Promise<never>(() => {}),
  )
  useEffect(() => () => value?.close(), [value])
  useEffect(() => value && offerPlayer(value.player), [value])
  useInspector(sessionId, value?.player)
  if (failed !== undefined || !value)
    return (
      <>
        <PageHeader />
        {failed === undefined ? <p className="page">{text('app.loading')}</p> : <Failed reason={failed} />}
      </>
    )
  const cell =
    view === '3d' && !without3d ? (
      <CellView
        asked={quality}
        onFailed={() => setWithout3d(true)}
        onPose={(bytes) => void (value.canWrite && store.savePose(sessionId, bytes))}
      />
    ) : null
  return (
    <PlayerProvider store={value.player} scenario={value.scenario}>
      {value.canWrite && <Sounds />}
      <TrainingPage
        cell={cell}
        tools={<SettingsInSession />}
        isReadOnly={!value.canWrite}
        notices={
          <>
            {without3d && <p className="notice">{text('training.no-3d')}</p>}
            {value.isFollowing && <p className="notice">{text('training.reader')}</p>}
            {wasPromoted && value.canWrite && <p className="notice">{text('training.promoted')}</p>}
            {value.damage && <DamageNotice damage={value.damage} />}
          </>
        }
        home={<Link to="/">{text('app.home')}</Link>}
        notes={value.notes}
        onNotes={(notes) => store.saveNotes(sessionId, notes)}
        onExport={() => void exportFile(sessionId)}
        toDebrief={
          <Link className="button" to="/debrief/$sessionId" params={{ sessionId }}>
            {text(value.player.getState().header.mode === 'assessment' ? 'assessment.to-seal' : 'training.to-debrief')}
          </Link>
        }
      />
    </PlayerProvider>
  )
}

/** In development an address with `inspect` shows the session's machine in the Stately inspector; a build has none of it. */
function useInspector(sessionId: string, player: PlayerStore | undefined) {
  useEffect(() => {
    if (!import.meta.env.DEV || !player || !new URLSearchParams(location.search).has('inspect')) return undefined
    const inspecting = import('./inspect.ts').then(({ inspectSession }) => inspectSession(sessionId, player))
    return () => void inspecting.then((stop) => stop())
  }, [sessionId, player])
}

/** The settings within a session: its clock stands still while they are open. */
function SettingsInSession() {
  const paused = usePlayer((player) => player.paused)
  const setPaused = usePlayer((player) => player.setPaused)
  const [wasPaused, setWasPaused] = useState(false)
  return (
    <SettingsButton
      onToggled={(isOpen) => {
        if (isOpen) setWasPaused(paused)
        setPaused(isOpen || wasPaused)
      }}
    />
  )
}
