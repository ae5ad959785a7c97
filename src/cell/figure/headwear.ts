import {
  BufferAttribute,
  type BufferGeometry,
  DoubleSide,
  LatheGeometry,
  Mesh,
  MeshStandardMaterial,
  type Object3D,
  TorusGeometry,
  Vector2,
  Vector3,
} from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { Headwear } from '#core/scenario'
import type { ArmRest } from './build.ts'
import { ease } from './noise.ts'

/** The top of a head as an ellipsoid, metres from the head's joint; measured when the figure was built. */
export type Skull = {
  readonly centre: readonly [x: number, y: number, z: number]
  readonly radius: readonly [x: number, y: number, z: number]
}

/** Cloth, sRGB: a turban's and a prayer cap's. */
const COLOURS: Readonly<Record<Headwear, string>> = { turban: '#35456e', 'prayer-cap': '#dcd6c6' }

/** What somebody wears on his head, to be hung on the head's bone. */
export function makeHeadwear(kind: Headwear, skull: Skull): Mesh<BufferGeometry, MeshStandardMaterial> {
  const geometry = kind === 'turban' ? turban(skull) : prayerCap(skull)
  const material = new MeshStandardMaterial({ color: COLOURS[kind], roughness: 0.95, metalness: 0, vertexColors: true })
  const mesh = new Mesh(geometry, material)
  mesh.name = `headwear-${kind}`
  mesh.castShadow = true
  mesh.receiveShadow = true
  return mesh
}

/** Where a thing on an open hand lies from the wrist: along the hand, and out of its palm; metres. */
const ON_PALM_M = { along: 0.12, out: 0.035 } as const

/** Headwear as it is held out to be looked into: its top on the palm, its opening up. To be hung on the wrist's bone. */
export function laidOnPalm(headwear: Mesh<BufferGeometry, MeshStandardMaterial>, skull: Skull, arm: ArmRest): Object3D {
  headwear.material.side = DoubleSide
  headwear.quaternion.setFromUnitVectors(new Vector3(0, -1, 0), arm.palm)
  headwear.geometry.computeBoundingBox()
  const [x, , z] = skull.centre
  const top = new Vector3(x, headwear.geometry.boundingBox?.max.y ?? 0, z).applyQuaternion(headwear.quaternion)
  headwear.position.copy(arm.hand).multiplyScalar(ON_PALM_M.along).addScaledVector(arm.palm, ON_PALM_M.out).sub(top)
  return headwear
}

/** How many times a turban's cloth goes round, how far its turns lean to either side, and how thick it lies. */
const TURBAN = { turns: 9, lean: 0.4, riseM: 0.0135, bandM: 0.017, flat: 0.62, slack: 0.006, backRad: 0.2 } as const

/** Turns of cloth that cross before the forehead, leaning to the left and to the right by turns, over a dome. */
function turban({ centre, radius }: Skull): BufferGeometry {
  const [rx, ry, rz] = radius
  const turns = Array.from({ length: TURBAN.turns }, (_, n) => {
    const share = n / (TURBAN.turns - 1)
    // widest a third of the way up, drawn in towards the top
    const swell = 0.012 * ease(0, 0.35, share) - 0.05 * ease(0.4, 1, share)
    const ring = new TorusGeometry(1, 0.2, 10, 64).rotateX(Math.PI / 2)
    const [wide, deep] = [rx + TURBAN.slack + swell, rz + TURBAN.slack + swell]
    const side = n % 2 === 0 ? 1 : -1
    reshape(ring, (at, fold) => {
      const angle = Math.atan2(at.x, at.z)
      const out = Math.hypot(at.x, at.z) - 1
      const [thick, tall] = [out * 5 * TURBAN.bandM * TURBAN.flat, at.y * 5 * TURBAN.bandM]
      // cloth crosses high at one temple and low at the other, and is drawn down behind the ears
      const lean = side * TURBAN.lean * (wide * Math.sin(angle)) * (1 - 0.55 * share)
      const behind = -0.02 * (1 - Math.cos(angle)) * (1 - share)
      at.set(
        (wide + thick) * Math.sin(angle),
        ry * 0.2 + n * TURBAN.riseM + tall + lean + behind,
        (deep + thick) * Math.cos(angle),
      )
      return 0.55 + 0.45 * Math.max(0, Math.min(1, 0.5 + fold))
    })
    return ring
  })
  const top = TURBAN.turns * TURBAN.riseM + ry * 0.2
  const dome = lathe(
    [
      [rx * 0.98, 0],
      [rx * 0.98, top * 0.55],
      [rx * 0.78, top * 0.95],
      [rx * 0.42, top * 1.12],
      [0.001, top * 1.16],
    ],
    rz / rx,
  )
  return settle([...turns, dome], centre, TURBAN.backRad)
}

/** A close round cap with a seam about its crown. */
function prayerCap({ centre, radius }: Skull): BufferGeometry {
  const [rx, ry, rz] = radius
  const wide = rx + 0.007
  const cap = lathe(
    [
      [wide - 0.004, ry * 0.09],
      [wide + 0.001, ry * 0.08],
      [wide + 0.002, ry * 0.2],
      [wide - 0.001, ry * 0.55],
      [wide - 0.007, ry * 0.8],
      [wide - 0.02, ry * 0.96],
      [wide * 0.55, ry * 1.07],
      [0.001, ry * 1.1],
    ],
    (rz + 0.007) / wide,
  )
  return settle([cap], centre, 0.1)
}

/** A solid of revolution about the vertical, `deep` times as deep as it is wide. */
function lathe(profile: readonly (readonly [radius: number, y: number])[], deep: number): BufferGeometry {
  const shape = new LatheGeometry(
    profile.map(([radius, y]) => new Vector2(radius, y)),
    48,
  )
  reshape(shape, (at) => {
    at.z *= deep
    return 0.95
  })
  return shape
}

/** Moves every vertex; what `move` returns is how much light it gets, for folds. */
function reshape(shape: BufferGeometry, move: (at: Vector3, fold: number) => number): void {
  const position = shape.getAttribute('position')
  const light = new Float32Array(position.count * 3)
  const at = new Vector3()
  for (let i = 0; i < position.count; i++) {
    at.fromBufferAttribute(position, i)
    const lit = move(at, (Math.hypot(at.x, at.z) - 1) * 4)
    position.setXYZ(i, at.x, at.y, at.z)
    light.fill(lit, i * 3, i * 3 + 3)
  }
  shape.setAttribute('color', new BufferAttribute(light, 3))
  shape.computeVertexNormals()
}

function settle(parts: readonly BufferGeometry[], [x, y, z]: Skull['centre'], backRad: number): BufferGeometry {
  const whole = mergeGeometries([...parts])
  return whole.rotateX(-backRad).translate(x, y, z)
}
