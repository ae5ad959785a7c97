import { shippedScenarios } from 'virtual:scenarios'
import { createStore } from 'zustand/vanilla'
import type { Scenario } from '#core/scenario'
import { walkthroughRecords } from '#core/scoring'
import { chartFor, type Header, replayLog, type Session, sessionAt } from '#core/session'
import type { Player } from '#player'

/** A moment of a walkthrough of a shipped scenario, as a player that stands still. */
export type Moment = { readonly scenario: Scenario; readonly player: ReturnType<typeof standing> }

/**
 * @param walkthrough its file's name, without the ending
 * @param acts how many of its acts are done
 */
export async function momentOf(id: string, walkthrough: string, acts: number): Promise<Moment> {
  const scenario = await shippedScenarios[id]?.read()
  if (!scenario) throw new Error(`No scenario is called "${id}".`)
  const header: Header = {
    kind: 'header',
    log: 1,
    sessionId: 'bench',
    scenario: id,
    scenarioVersion: scenario.version,
    packHash: '',
    stack: scenario.data.layers,
    personas: {},
    variation: 'none',
    mode: 'practice',
    locale: 'en',
    seed: 7,
    trainee: 'bench',
    appVersion: '0.0.0',
    startedAt: '2026-01-01T00:00:00Z',
  }
  const found = scenario.walkthroughs[walkthrough]
  if (!found) throw new Error(`"${id}" has no walkthrough "${walkthrough}".`)
  const chart = chartFor(scenario, header)
  const replay = replayLog(scenario, walkthroughRecords(found, header), chart)
  const until = replay.acts[acts - 1]
  if (!until || replay.stoppedAt) throw new Error(`The walkthrough "${walkthrough}" ends before its act ${acts}.`)
  return { scenario, player: standing(sessionAt(replay, until.timeMs)) }
}

const standing = ({ header, snapshot }: Session) =>
  createStore<Player>(() => ({
    header,
    snapshot,
    saving: 'saved',
    reason: undefined,
    paused: false,
    coach: [],
    hint: () => undefined,
    send: () => Promise.resolve(),
    setPaused: () => {},
  }))
