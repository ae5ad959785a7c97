import { describe, expect, it } from 'vitest'
import { asSeenBy, OFFICER } from '#core/perspective'
import type { Snapshot } from '#core/session'
import { shippedScenario } from '../../tests/fixtures/packs.ts'
import { walkthroughReplay } from '../../tests/fixtures/walkthrough-replay.ts'
import { bodyOf } from './bodies.ts'
import { angleTo, faceOf } from './targets.ts'
import { gazeFrom, placeWithOfficer } from './their-eyes.ts'

const entry = shippedScenario('cell-entry')
const { end } = walkthroughReplay(entry, 'model')
const seen = (part: Partial<Snapshot>, prisoner: object): Snapshot => {
  const snapshot = { ...end.snapshot, ...part }
  const him = { ...snapshot.characters.prisoner, ...prisoner } as Snapshot['characters'][string]
  return asSeenBy(entry, { ...snapshot, characters: { ...snapshot.characters, prisoner: him } })
}
const SITS = { position: 'sitting-on-bed', pose: 'sit', room: 'cell' }
const inside = { officer: { station: 'inside', room: 'cell', stance: 'relaxed' as const } }
const outside = { officer: { station: 'door-front', room: 'corridor', stance: 'relaxed' as const } }

describe('the eyes of the prisoner', () => {
  it('are in his own head and look at the officer who stands before him', () => {
    const snapshot = seen(inside, SITS)
    const place = placeWithOfficer(entry.place, snapshot, 'prisoner')
    const gaze = gazeFrom(place, snapshot, 'prisoner')
    expect(gaze.at).toEqual(faceOf(place, snapshot, 'prisoner'))
    const face = faceOf(place, snapshot, OFFICER)
    expect(face && angleTo(gaze, face)).toBeLessThan(0.01)
    expect(gaze.pitch, 'he sits and looks up').toBeGreaterThan(0)
  })

  it('do not go through a shut door', () => {
    const snapshot = seen({ ...outside, props: { ...end.snapshot.props, door: 'locked', hatch: 'shut' } }, SITS)
    const place = placeWithOfficer(entry.place, snapshot, 'prisoner')
    const face = faceOf(place, snapshot, OFFICER)
    expect(face && angleTo(gazeFrom(place, snapshot, 'prisoner'), face)).toBeGreaterThan(0.2)
  })

  it('see an officer who faces him, or his back when he has turned away', () => {
    const turnOf = (stance: 'relaxed' | 'turned-away') => {
      const snapshot = seen({ officer: { ...inside.officer, stance } }, SITS)
      const place = placeWithOfficer(entry.place, snapshot, 'prisoner')
      return bodyOf(place, snapshot.characters[OFFICER])?.turn ?? 0
    }
    expect(turnOf('turned-away') - turnOf('relaxed')).toBeCloseTo(180)
  })
})
