import { Ray, Vector3 } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import { describe, expect, it } from 'vitest'
import { FURNITURE_KINDS, type Place } from '#core/scenario'
import { doorwayOf } from './doorway.ts'
import { buildRoom } from './room-geometry.ts'

/** Two rooms side by side, unlike the single cell in every direction, with one of each kind of furniture. */
const place: Place = {
  simcell: 1,
  id: 'two-rooms',
  rooms: [
    { id: 'left', from: { x: 0, z: 0 }, to: { x: 9, z: 3 }, height: 2.8, dado: 1.1 },
    { id: 'right', from: { x: 9.3, z: 0.2 }, to: { x: 12, z: 2.8 }, height: 2.5 },
  ],
  openings: [
    { id: 'way', kind: 'doorway', wall: 'east', room: 'left', from: 1, to: 1.95, bottom: 0, top: 2.1, prop: 'door' },
    { id: 'pane', kind: 'window', wall: 'west', room: 'left', from: 1, to: 2.4, bottom: 1, top: 2.1 },
  ],
  furniture: FURNITURE_KINDS.map((kind, n) => ({ kind, at: { x: 0.4 + n * 0.42, z: 2.5 } })),
  props: [{ id: 'door', kind: 'cell-door', at: { x: 9.3, z: 1.5 }, reach: ['here'] }],
  stations: [{ id: 'here', room: 'left', at: { x: 4, z: 1.5 }, turn: 0 }],
  paths: [],
  positions: [{ id: 'there', room: 'left', at: { x: 1, z: 1 }, turn: 0, pose: 'stand' }],
  exit: 'here',
}
const meshes = buildRoom(place)

/** Whether anything but trim stands between two points. */
function blocked(from: Vector3, to: Vector3): boolean {
  const ray = new Ray(from, to.clone().sub(from).normalize())
  return meshes.some(({ geometry }) => new MeshBVH(geometry.clone()).raycastFirst(ray, 2, 0, from.distanceTo(to)))
}

describe('buildRoom', () => {
  it('gives every vertex a finite place and one room', () => {
    for (const { geometry, rooms } of meshes) {
      expect(rooms.length).toBe(geometry.getAttribute('position').count)
      expect(Array.from(geometry.getAttribute('position').array).every(Number.isFinite)).toBe(true)
      expect(geometry.getAttribute('uv').count).toBe(rooms.length)
    }
  })
  it('leaves doorway and window open, and the wall beside them whole', () => {
    expect(blocked(new Vector3(8.5, 1.2, 1.5), new Vector3(10, 1.2, 1.5))).toBe(false)
    expect(blocked(new Vector3(8.5, 1.2, 0.6), new Vector3(10, 1.2, 0.6))).toBe(true)
    expect(blocked(new Vector3(1, 1.4, 1.4), new Vector3(-0.6, 1.4, 1.4))).toBe(false)
    expect(blocked(new Vector3(1, 1.4, 0.5), new Vector3(-0.6, 1.4, 0.5))).toBe(true)
  })
  it('draws the same numbers twice', () => {
    const again = buildRoom(place)
    expect(again.map((m) => m.surface)).toEqual(meshes.map((m) => m.surface))
    expect(again[0]?.geometry.getAttribute('position').array).toEqual(
      meshes[0]?.geometry.getAttribute('position').array,
    )
  })
})

describe('doorwayOf', () => {
  it('hangs the leaf in the outer face of the wall, its outside away from the room', () => {
    const { at, turn, plan } = doorwayOf(place, 'door')
    expect(at[0]).toBeCloseTo(9.3 - plan.thickness / 2)
    expect(at[2]).toBeCloseTo(1.475)
    const outside = new Vector3(0, 0, -1).applyAxisAngle(new Vector3(0, 1, 0), turn)
    expect(outside.x).toBeCloseTo(1)
  })
})
