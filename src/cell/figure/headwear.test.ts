import { type BufferGeometry, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { HEADWEAR } from '#core/scenario'
import { skeletonOf } from '../../../tests/fixtures/models.ts'
import { buildOf } from './build.ts'
import { laidOnPalm, makeHeadwear, type Skull } from './headwear.ts'

const SKULL: Skull = { centre: [0, 0.059, 0.01], radius: [0.073, 0.093, 0.101] }

function pointsOf(geometry: BufferGeometry): readonly Vector3[] {
  const position = geometry.getAttribute('position')
  return Array.from({ length: position.count }, (_, i) => new Vector3().fromBufferAttribute(position, i))
}

describe.each(HEADWEAR)('a %s', (kind) => {
  const points = pointsOf(makeHeadwear(kind, SKULL).geometry)
  const [x, y, z] = SKULL.centre
  const [rx, ry, rz] = SKULL.radius

  it('covers the crown and leaves the eyes free', () => {
    const top = Math.max(...points.map((one) => one.y))
    expect(top).toBeGreaterThan(y + ry)
    // the eyes are two centimetres below the skull's middle
    const front = points.filter((one) => one.z > z + rz * 0.8)
    expect(Math.min(...front.map((one) => one.y))).toBeGreaterThan(y - 0.012)
  })
  it('lies on a palm when it is handed over, none of it in the hand', () => {
    const arm = buildOf(skeletonOf('prisoner-a').joints).arm.r
    const held = laidOnPalm(makeHeadwear(kind, SKULL), SKULL, arm)
    held.updateMatrix()
    const heights = points.map((one) => one.clone().applyMatrix4(held.matrix).dot(arm.palm))
    expect(Math.min(...heights)).toBeGreaterThan(-0.005)
    expect(Math.max(...heights)).toBeLessThan(0.27)
  })
  it('goes all the way round, outside the skin', () => {
    for (let turn = 0; turn < 16; turn++) {
      const way = new Vector3(Math.sin((turn / 8) * Math.PI), 0, Math.cos((turn / 8) * Math.PI))
      const skin = Math.hypot(way.x * rx, way.z * rz)
      const reach = Math.max(
        ...points.filter((one) => one.y < y + ry * 0.6).map((one) => (one.x - x) * way.x + (one.z - z) * way.z),
      )
      expect(reach).toBeGreaterThan(skin)
    }
  })
})
