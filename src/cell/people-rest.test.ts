import { readFileSync } from 'node:fs'
import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { BEHAVIOURS, PlaceFile } from '#core/scenario'
import { MODELS, skeletonOf } from '../../tests/fixtures/models.ts'
import { createFits } from './collision.ts'
import { buildOf } from './figure/build.ts'
import { createFigured, poseAt } from './figure/pose.ts'
import { beginTrack } from './figure/track.ts'
import { bodyAt, routeBetween, seatAt } from './people-rest.ts'
import { blocksOf, distanceTo } from './room/footprints.ts'

const place = PlaceFile.parse(parse(readFileSync('scenarios/places/single-cell.yaml', 'utf8')))
const positionOf = (id: string) => {
  const found = place.positions.find((one) => one.id === id)
  if (!found) throw new Error(`The place has no position ${id}.`)
  return found
}
/** What stands on the floor; feet go under a basin. */
const floor = blocksOf({ ...place, furniture: place.furniture.filter(({ kind }) => kind !== 'basin') })
const OFFICER = { officer: { x: 1, y: 1.62, z: 1 }, pressure: 0 }

describe('what somebody rests on', () => {
  it('is the bed with the head at the pillow, and the toilet for who sits there', () => {
    expect(seatAt(place, positionOf('asleep'))).toEqual({
      heightM: 0.505,
      headYaw: expect.closeTo(0),
      beside: place.stations.find(({ id }) => id === 'bedside')?.at,
    })
    expect(seatAt(place, positionOf('sitting-on-bed'))).toEqual({ heightM: 0.505 })
    expect(seatAt(place, positionOf('at-toilet'))).toEqual({ heightM: 0.405 })
    expect(seatAt(place, positionOf('at-door'))).toBeUndefined()
  })
})

describe('a way round the furniture', () => {
  it('leads from the bed to the door without touching anything but the bed', () => {
    const fits = createFits(place, { props: { door: 'open' } })
    const [from, to] = [positionOf('sitting-bed-end').at, positionOf('at-door').at]
    const route = routeBetween(place, from, to)
    for (const point of route) expect(fits(point)).toBe(true)
  })
  it('leads through the open door into the corridor', () => {
    const route = routeBetween(place, positionOf('at-door').at, positionOf('in-corridor').at)
    expect(route.some(({ z }) => z < 0)).toBe(true)
  })
})

describe.each(MODELS)('%s in the cell', (model) => {
  const { joints, girth } = skeletonOf(model)
  const build = buildOf(joints, girth)
  const figured = createFigured(build)
  const at = (name: string) => {
    const { stand, bones } = figured
    const point = (bones.position[build.index[name] ?? 0] as Vector3).clone()
    point.applyAxisAngle(new Vector3(0, 1, 0), stand.yaw)
    return point.set(point.x + stand.x, point.y, point.z + stand.z)
  }
  it('keeps head, hands and feet within the walls, and feet out of the furniture, in every state', () => {
    for (const position of place.positions)
      for (const behaviour of BEHAVIOURS) {
        // there is no room to lunge between the toilet and its half wall
        if (position.id === 'at-toilet' && behaviour === 'assaultive') continue
        const room = place.rooms.find(({ id }) => id === position.room)
        const showing = {
          behaviour,
          tension: 6,
          trust: 3,
          pose: position.pose,
          at: bodyAt(place, position),
          yaw: Math.PI - (position.turn * Math.PI) / 180,
          seat: seatAt(place, position),
        }
        poseAt(beginTrack(showing, build, 1), 2000, OFFICER, figured)
        for (const name of ['head', 'wrist_L', 'wrist_R', 'foot_L', 'foot_R', 'lowerarm01_L', 'lowerarm01_R']) {
          const point = at(name)
          const label = `${behaviour} ${position.id} ${name} at ${point.x.toFixed(2)} ${point.z.toFixed(2)}`
          expect(point.x, label).toBeGreaterThan((room?.from.x ?? 0) + 0.02)
          expect(point.x, label).toBeLessThan((room?.to.x ?? 0) - 0.02)
          expect(point.z, label).toBeGreaterThan((room?.from.z ?? 0) + 0.02)
          expect(point.z, label).toBeLessThan((room?.to.z ?? 0) - 0.02)
          const onFloor = name.startsWith('foot') && (position.pose === 'stand' || position.pose === 'sit')
          if (onFloor) for (const block of floor) expect(distanceTo(block, point.x, point.z), label).toBeGreaterThan(0)
        }
      }
  })
})
