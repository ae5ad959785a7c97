import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PlaceFile } from '#core/scenario'
import type { Snapshot } from '#core/session'
import { gazeOfMoment } from './moment-gaze.ts'
import { faceOf, gazeTowards } from './targets.ts'

const place = PlaceFile.parse(parse(readFileSync('scenarios/places/single-cell.yaml', 'utf8')))
const moment = (door: string, station: string, positions: Readonly<Record<string, string>>): Snapshot =>
  ({
    timeMs: 5000,
    props: { door, hatch: 'shut' },
    officer: { station },
    characters: Object.fromEntries(Object.entries(positions).map(([role, position]) => [role, { position }])),
  }) as unknown as Snapshot
const BOTH = { prisoner: 'sitting-on-bed', colleague: 'colleague-landing' }

describe('the gaze of a past moment', () => {
  it('is the recorded head, the last sample not after it', () => {
    const poses = [
      { timeMs: 4000, x: 1, z: -2, yaw: 0.5, pitch: -0.1 },
      { timeMs: 6000, x: 2, z: -2, yaw: 1.5, pitch: 0 },
    ]
    const gaze = gazeOfMoment(place, moment('open', 'inside', BOTH), poses)
    expect(gaze).toMatchObject({ yaw: 0.5, pitch: -0.1 })
    expect([gaze.at[0], gaze.at[2]]).toEqual([1, -2])
  })

  it('looks from the station at the nearest face in sight when no head was recorded', () => {
    const snapshot = moment('open', 'inside', { prisoner: 'sitting-on-bed' })
    const gaze = gazeOfMoment(place, snapshot, [])
    const face = faceOf(place, snapshot, 'prisoner')
    expect(face).toBeDefined()
    expect(gaze).toMatchObject(gazeTowards(gaze.at, face ?? [0, 0, 0]))
  })

  it('does not look at somebody behind a closed door', () => {
    const snapshot = moment('locked', 'door-front', { prisoner: 'sitting-on-bed' })
    const station = place.stations.find(({ id }) => id === 'door-front')
    expect(gazeOfMoment(place, snapshot, []).yaw).toBeCloseTo(((station?.turn ?? 0) * Math.PI) / 180)
  })

  it('stays at the door when the only face in sight is at the end of the corridor', () => {
    const station = place.stations.find(({ id }) => id === 'door-front')
    const gaze = gazeOfMoment(place, moment('locked', 'door-front', BOTH), [])
    expect(gaze.yaw).toBeCloseTo(((station?.turn ?? 0) * Math.PI) / 180)
  })
})
