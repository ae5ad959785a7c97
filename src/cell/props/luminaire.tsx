import { useEffect, useMemo } from 'react'
import { Color, DoubleSide, MeshBasicMaterial } from 'three'
import { lampPanel } from '../room/fittings.ts'
import { useLook } from '../room/look.tsx'
import { LAMP_LENGTH_M, lampsOf } from '../room/room-geometry.ts'
import { box, part } from '../room/shape.ts'
import { paintedTexture } from '../room/textures.ts'
import type { PropViewProps } from './prop-view.ts'
import { Touchable } from './touchable.tsx'

/** What a lamp's panel looks like, shining and dark. Above 1: it is brighter than white paper. */
const SHINING = new Color(1.9, 1.84, 1.7)
const DARK = new Color('#a9aaa4').multiplyScalar(0.5)
const SCORCH_END_M = LAMP_LENGTH_M.prop / 2 - 0.09

/** The cell's lamp: something has smouldered at one end of it. Until it is made safe a thin wisp stands under the ceiling. */
export function Luminaire({ prop, state, highlighted, place }: PropViewProps) {
  const { lampsOn } = useLook()
  const lamp = useMemo(() => lampsOf(place).find((l) => l.id === prop.id), [place, prop.id])
  const panel = useMemo(() => lampPanel(LAMP_LENGTH_M.prop), [])
  const glow = useMemo(() => new MeshBasicMaterial(), [])
  glow.color.copy(lampsOn && state !== 'made-safe' ? SHINING : DARK)
  // what the outline follows: a sleeve just inside the panel
  const sleeve = useMemo(() => [part('white', box(LAMP_LENGTH_M.prop - 0.01, 0.03, 0.12), { y: -0.024 })], [])
  const scorch = useMemo(() => paintedTexture(128, 128, paintScorch), [])
  const smoke = useMemo(() => paintedTexture(64, 256, paintSmoke), [])
  useEffect(
    () => () => {
      panel.dispose()
      glow.dispose()
      scorch.dispose()
      smoke.dispose()
    },
    [panel, glow, scorch, smoke],
  )
  return (
    <group
      name={prop.id}
      position={[prop.at.x, lamp?.y ?? prop.y ?? 2.5, prop.at.z]}
      rotation-y={lamp?.alongZ ? Math.PI / 2 : 0}
    >
      <Touchable parts={sleeve} id={prop.id} highlighted={highlighted}>
        <mesh geometry={panel} material={glow} />
        <mesh position={[SCORCH_END_M, -0.047, 0]} rotation-x={Math.PI / 2}>
          <planeGeometry args={[0.2, 0.15]} />
          <meshBasicMaterial map={scorch} transparent depthWrite={false} />
        </mesh>
        {state !== 'made-safe' &&
          [0, Math.PI / 2].map((turn) => (
            <mesh key={turn} position={[SCORCH_END_M, -0.235, 0.01]} rotation-y={turn + 0.5} raycast={() => null}>
              <planeGeometry args={[0.12, 0.4]} />
              <meshBasicMaterial
                map={smoke}
                color="#665f58"
                transparent
                opacity={lampsOn ? 0.8 : 0.4}
                depthWrite={false}
                side={DoubleSide}
              />
            </mesh>
          ))}
      </Touchable>
    </group>
  )
}

function paintScorch(c: CanvasRenderingContext2D): void {
  for (const [x, y, radius, alpha] of [
    [64, 64, 62, 0.55],
    [74, 60, 36, 0.75],
    [80, 64, 18, 0.85],
  ] as const) {
    const gradient = c.createRadialGradient(x, y, 0, x, y, radius)
    gradient.addColorStop(0, `rgba(43,24,10,${alpha})`)
    gradient.addColorStop(0.6, `rgba(96,58,26,${alpha * 0.55})`)
    gradient.addColorStop(1, 'rgba(120,84,40,0)')
    c.fillStyle = gradient
    c.fillRect(0, 0, 128, 128)
  }
}

function paintSmoke(c: CanvasRenderingContext2D): void {
  for (let y = 0; y < 256; y += 2) {
    const share = y / 256
    const x = 32 + 5 * Math.sin(share * 6) * share + 2 * Math.sin(share * 13)
    const radius = 6 + 20 * share
    const gradient = c.createRadialGradient(x, y, 0, x, y, radius)
    gradient.addColorStop(0, `rgba(255,255,255,${0.1 * Math.sin(Math.PI * share)})`)
    gradient.addColorStop(1, 'rgba(255,255,255,0)')
    c.fillStyle = gradient
    c.fillRect(0, 0, 64, 256)
  }
}
