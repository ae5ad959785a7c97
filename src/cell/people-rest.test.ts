import { readdirSync, readFileSync } from 'node:fs'
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
const PLACES = readdirSync('scenarios/places')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => PlaceFile.parse(parse(readFileSync(`scenarios/places/${file}`, 'utf8'))))
/** What stands on the floor; feet go under a basin and a table. */
const floorBlocks = (of: typeof place) =>
  blocksOf({ ...of, furniture: of.furniture.filter(({ kind }) => !UNDER.has(kind)) })
const UNDER: ReadonlySet<string> = new Set(['basin', 'table', 'bare-table', 'desk'])
/** What of a body reaches furthest, and how near to a wall it comes, metres. */
const REACHING = ['head', 'L', 'R'].flatMap((side) =>
  side === 'head'
    ? [side]
    : ['wrist', 'finger3-3', 'foot', 'lowerarm01', 'lowerleg01'].map((name) => `${name}_${side}`),
)
const FROM_WALL_M = 0.005
const inDoorway = (of: typeof place, { x, z }: { readonly x: number; readonly z: number }) =>
  of.props.some(({ kind, at }) => kind === 'cell-door' && Math.hypot(at.x - x, at.z - z) < 0.5)
/** Between them everybody's ways to stand and sit. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
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
  it.each(PLACES)('stays within the walls and out of the furniture in $id, in every state', (place) => {
    const floor = floorBlocks(place)
    const wrong: string[] = []
    for (const position of place.positions)
      for (const [behaviour, seed] of BEHAVIOURS.flatMap((one) => SEEDS.map((seed) => [one, seed] as const))) {
        // nobody attacks from a seat, and hands that reach through a doorway are in no wall
        if ((position.pose === 'sit' && behaviour === 'assaultive') || inDoorway(place, position.at)) continue
        const room = place.rooms.find(({ id }) => id === position.room)
        if (!room) throw new Error(`${position.id} is in no room.`)
        const seat = seatAt(place, position)
        const showing = {
          behaviour,
          tension: 6,
          trust: 3,
          pose: position.pose,
          at: bodyAt(place, position),
          yaw: Math.PI - (position.turn * Math.PI) / 180,
          seat,
        }
        poseAt(beginTrack(showing, build, seed), 2000, OFFICER, figured)
        const note = (what: string) => wrong.push(`${behaviour} ${seed} ${position.id} ${what}`)
        for (const name of REACHING) {
          const { x, y, z } = at(name)
          const inside = Math.min(x - room.from.x, room.to.x - x, z - room.from.z, room.to.z - z)
          if (inside < FROM_WALL_M) note(`${name} is ${inside.toFixed(2)} m from a wall`)
          if (y < 0.02) note(`${name} is in the floor`)
        }
        const onFeet = position.pose === 'stand' || position.pose === 'sit'
        for (const side of ['L', 'R'] as const) {
          const [knee, foot] = [at(`lowerleg01_${side}`), at(`foot_${side}`)]
          if (!onFeet) {
            for (const joint of [knee, foot])
              if (joint.y < (seat?.heightM ?? 0)) note(`leg ${side} lies ${joint.y.toFixed(2)} m high, in the mattress`)
            continue
          }
          const shin = knee.lerp(foot, 0.75)
          for (const block of floor)
            for (const joint of [shin, foot])
              if (distanceTo(block, joint.x, joint.z) <= 0) note(`leg ${side} is in the furniture`)
        }
      }
    expect(wrong).toEqual([])
  })
})

describe.each(PLACES)('who stands in $id', (place) => {
  it.each(['open', 'locked'])('is not in the way of a door that is %s', (door) => {
    const props = Object.fromEntries(place.props.map(({ id, kind }) => [id, kind === 'cell-door' ? door : 'closed']))
    const fits = createFits(place, { props })
    const caught = place.positions
      .filter(({ pose }) => pose === 'stand')
      .filter((position) => !fits(bodyAt(place, position)))
      .map(({ id }) => id)
    expect(caught).toEqual([])
  })
})
