import { randomUUID } from 'node:crypto'
import type { Scenario, Setup } from '#core/scenario'
import { type Header, LOG_VERSION, packHashOf } from '#core/session'
import { sha256Hex } from '#exchange'

type Choices = Setup & Partial<Pick<Header, 'mode' | 'seed' | 'locale' | 'sessionId' | 'startedAt' | 'appVersion'>>

/** The header of a session begun on the command line. */
export const headerFor = (scenario: Scenario, choices: Choices): Header => ({
  kind: 'header',
  log: LOG_VERSION,
  sessionId: choices.sessionId ?? randomUUID(),
  scenario: scenario.id,
  scenarioVersion: scenario.version,
  packHash: packHashOf(scenario.files, sha256Hex),
  stack: choices.stack,
  personas: choices.personas ?? {},
  variation: choices.variation ?? 'none',
  mode: choices.mode ?? 'practice',
  locale: choices.locale ?? 'en',
  seed: choices.seed ?? 1,
  trainee: 'command-line',
  appVersion: choices.appVersion ?? '0.0.0',
  startedAt: choices.startedAt ?? new Date().toISOString(),
})
