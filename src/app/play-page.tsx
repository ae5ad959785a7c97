import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Quality } from '#cell'
import { chartFor, openSession, replayLog } from '#core/session'
import { createLivePlayer, createReplayPlayer, PlayerProvider, usePlayer } from '#player'
import { requestWriter, type WriterClaim } from '#storage'
import { TrainingPage } from '#training'
import { useText } from '#ui'
import { CellView } from './cell-view.tsx'
import { exportFile, openStored, store } from './compose.ts'
import { Failed } from './failed.tsx'
import { PageHeader } from './page-header.tsx'
import { SettingsButton } from './settings-button.tsx'
import { Sounds } from './sounds.tsx'
import { useLoading } from './use-loading.ts'

/** Opens a session for playing: at its beginning, or where it was left. One tab writes; others read. */
async function load(sessionId: string, claim: WriterClaim) {
  const { stored, scenario, header } = await openStored(sessionId)
  const records = stored.log.map((line) => line.record)
  const chart = chartFor(scenario, header)
  const replay = replayLog(scenario, records, chart)
  if (replay.stoppedAt)
    throw new Error(`The log cannot be continued: act ${replay.stoppedAt.seq} does not fit its scenario.`)
  if (claim.role === 'reader' || records.some((record) => record.kind === 'outcome')) {
    const player = createReplayPlayer(replay)
    player.seek(replay.endMs)
    return { player, scenario, close: () => {} }
  }
  const opened =
    records.length === 1
      ? openSession(header, chart)
      : { session: replay.end, happenings: replay.steps.map((step) => step.happening) }
  const player = createLivePlayer(opened.session, opened.happenings, {
    append: (record) => store.append(sessionId, record),
    now: () => performance.now(),
    later: (ms, call) => {
      const timer = setTimeout(call, ms)
      return () => clearTimeout(timer)
    },
  })
  // The clock waits until the person is ready: behind the briefing, and after coming back.
  player.getState().setPaused(true)
  return { player, scenario, close: player.close }
}

type Props = {
  readonly sessionId: string
  readonly view: '3d' | 'panels'
  readonly quality: Quality | undefined
}

/** A session that goes on, or one that is only looked at. */
export function PlayPage({ sessionId, view, quality }: Props) {
  const text = useText()
  const [claim, setClaim] = useState<WriterClaim>()
  const [turn, setTurn] = useState(0)
  const [without3d, setWithout3d] = useState(false)
  useEffect(() => {
    let left = false
    let held: WriterClaim | undefined
    void requestWriter(sessionId).then((won) => {
      held = won
      if (left) void won.release()
      else {
        setClaim(won)
        won.onPromoted(() => setTurn((n) => n + 1))
      }
    })
    return () => {
      left = true
      void held?.release()
    }
  }, [sessionId])
  const { value, failed } = useLoading(`${sessionId} ${claim ? claim.role : ''} ${turn}`, () =>
    claim ? load(sessionId, claim) : new Promise<never>(() => {}),
  )
  useEffect(() => () => value?.close(), [value])
  if (failed || !value)
    return (
      <>
        <PageHeader />
        {failed ? <Failed reason={failed} /> : <p className="page">{text('app.loading')}</p>}
      </>
    )
  const cell =
    view === '3d' && !without3d ? (
      <CellView
        asked={quality}
        onFailed={() => setWithout3d(true)}
        onPose={(bytes) => void store.savePose(sessionId, bytes)}
      />
    ) : null
  return (
    <PlayerProvider store={value.player} scenario={value.scenario}>
      {without3d && <p className="notice">{text('training.no-3d')}</p>}
      <Sounds />
      <TrainingPage
        cell={cell}
        tools={<SettingsInSession />}
        reader={claim?.role === 'reader'}
        onExport={() => void exportFile(sessionId)}
        toDebrief={
          <Link className="button" to="/debrief/$sessionId" params={{ sessionId }}>
            {text('training.to-debrief')}
          </Link>
        }
      />
    </PlayerProvider>
  )
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
