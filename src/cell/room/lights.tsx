import { Environment, Lightformer } from '@react-three/drei'
import { useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { Color, Object3D, PCFShadowMap, type SpotLight } from 'three'
import type { Place, TimeOfDay } from '#core/scenario'
import type { QualityProfile } from '../quality.ts'
import { useRedrawOn } from '../redraw.ts'
import type { Ambience } from './ambience.ts'
import { DAYLIGHT } from './daylight.ts'
import { lampShare } from './light-mix.ts'
import { type Lamp, lampsOf } from './room-geometry.ts'

/** Only people, doors and props are lit by these: the room carries its own light. Candela, and metres of reach. */
const LAMP = { spot: 7, fill: 1.3, reach: 3.4, steady: 3.6, steadyReach: 4 } as const
/**
 * What moves is lit as the walls around it are. A sky of this strength, white above and half as bright below, gives an
 * upright face π times as much as falls on them, so that the same paint looks the same on both.
 */
const SKY = { strength: 4.2, below: 0.5, least: 0.05 } as const
/** Lamps without a switch that shine on moving things: the nearest. More would cost every frame. */
const STEADY_LAMPS = 2

/** The lamps that light what moves, and the shadow under the cell's own lamp. */
export function Lights({
  place,
  room,
  ambience,
  lampsOn,
  time,
  profile,
  changes,
}: {
  readonly place: Place
  /** index of the room the eye is in */ readonly room: number
  /** on the walls of that room; `undefined` until its light is there */ readonly ambience: Ambience | undefined
  readonly time: TimeOfDay
  readonly lampsOn: boolean
  readonly profile: QualityProfile /** anything whose change may move a shadow */
  readonly changes: unknown
}) {
  const gl = useThree((three) => three.gl)
  useLayoutEffect(() => {
    gl.shadowMap.enabled = profile.shadowSize > 0
    gl.shadowMap.type = PCFShadowMap
    gl.shadowMap.autoUpdate = false
    gl.shadowMap.needsUpdate = true
  }, [gl, profile.shadowSize])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shadow is drawn anew when something has moved
  useEffect(() => {
    gl.shadowMap.needsUpdate = true
  }, [gl, changes, lampsOn, room])
  useRedrawOn(lampsOn)

  const lamps = useMemo(() => lampsOf(place), [place])
  const steady = useMemo(
    () =>
      nearestTo(
        place,
        room,
        lamps.filter((l) => !l.switched),
      ),
    [place, room, lamps],
  )
  const { above, below } = useMemo(() => skyOf(ambience ?? DAYLIGHT[time].fill), [ambience, time])
  return (
    <>
      <hemisphereLight color={above} groundColor={below} intensity={SKY.strength} />
      {lamps
        .filter((l) => l.switched)
        .map((l) => (
          <CellLamp key={l.id} x={l.x} y={l.y - 0.08} z={l.z} on={lampsOn} shadowSize={profile.shadowSize} />
        ))}
      {steady.map((l) => (
        <pointLight
          key={l.id}
          position={[l.x, l.y - 0.25, l.z]}
          color="#fbfdf6"
          intensity={LAMP.steady * lampShare(place.rooms[l.room], time)}
          distance={LAMP.steadyReach}
          decay={1.4}
        />
      ))}
      {profile.reflections && (
        <Environment frames={1} resolution={64} environmentIntensity={0.35}>
          <Lightformer
            position={[0, 3, 0]}
            rotation-x={Math.PI / 2}
            scale={[1.2, 5, 1]}
            intensity={5}
            color="#fff4e0"
          />
          <Lightformer position={[0, 1, 4]} scale={[2, 2, 1]} intensity={1.5} color="#bcd2ea" />
          <Lightformer
            position={[4, 0, 0]}
            rotation-y={-Math.PI / 2}
            scale={[9, 3, 1]}
            intensity={0.35}
            color="#d8d6cc"
          />
          <Lightformer
            position={[-4, 0, 0]}
            rotation-y={Math.PI / 2}
            scale={[9, 3, 1]}
            intensity={0.35}
            color="#d8d6cc"
          />
        </Environment>
      )}
    </>
  )
}

function skyOf([r, g, b]: Ambience): { readonly above: Color; readonly below: Color } {
  const above = new Color(Math.max(SKY.least, r), Math.max(SKY.least, g), Math.max(SKY.least, b))
  return { above, below: above.clone().multiplyScalar(SKY.below) }
}

/** How much of the lamp's light a shadow takes away: the rest comes round by way of the walls. */
const SHADOW = { dark: 0.62, radius: 5, bias: -0.0004, normalBias: 0.04 } as const

function CellLamp({
  x,
  y,
  z,
  on,
  shadowSize,
}: {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly on: boolean
  readonly shadowSize: number
}) {
  const [spot, setSpot] = useState<SpotLight | null>(null)
  const target = useMemo(() => new Object3D(), [])
  useLayoutEffect(() => {
    target.position.set(x, 0, z + 0.001)
    target.updateMatrixWorld()
    if (!spot) return
    spot.target = target
    spot.shadow.intensity = on ? SHADOW.dark : 0
    spot.shadow.radius = SHADOW.radius
    spot.shadow.bias = SHADOW.bias
    spot.shadow.normalBias = SHADOW.normalBias
    spot.shadow.camera.near = 0.1
    spot.shadow.camera.far = 4
  }, [spot, target, x, z, on])
  return (
    <>
      <spotLight
        ref={setSpot}
        position={[x, y, z]}
        angle={1.15}
        penumbra={0.6}
        decay={1.5}
        distance={4.5}
        color="#fff3de"
        intensity={on ? LAMP.spot : 0}
        castShadow={shadowSize > 0}
        shadow-mapSize={[shadowSize || 1, shadowSize || 1]}
      />
      <pointLight
        position={[x, y - 0.9, z]}
        color="#f3ede0"
        intensity={on ? LAMP.fill : 0}
        distance={LAMP.reach}
        decay={1.3}
      />
    </>
  )
}

/** The lamps nearest to the middle of a room, its own before others. */
function nearestTo(place: Place, room: number, lamps: readonly Lamp[]): readonly Lamp[] {
  const { from, to } = place.rooms[room] ?? { from: { x: 0, z: 0 }, to: { x: 0, z: 0 } }
  const [x, z] = [(from.x + to.x) / 2, (from.z + to.z) / 2]
  const distance = (lamp: Lamp) => Math.hypot(lamp.x - x, lamp.z - z) + (lamp.room === room ? 0 : 3)
  return [...lamps].sort((a, b) => distance(a) - distance(b)).slice(0, STEADY_LAMPS)
}
