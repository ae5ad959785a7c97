import { useEffect, useMemo } from 'react'
import { DoubleSide, MeshBasicMaterial, type Texture } from 'three'
import type { Place } from '#core/scenario'
import { gapsOf } from './gaps.ts'
import { paintedTexture } from './textures.ts'

/** How far behind the frame the painted sky hangs, metres, and how much larger than the window it is. */
const BEHIND_M = 0.9
const LARGER = 2.6

/** What one sees through the windows: an overcast evening over a wall and trees. It gives the light the bake counts on. */
export function Sky({ place }: { readonly place: Place }) {
  const texture = useMemo(() => paintedTexture(256, 256, paintEvening), [])
  const material = useMemo(() => skyMaterial(texture), [texture])
  useEffect(
    () => () => {
      texture.dispose()
      material.dispose()
    },
    [texture, material],
  )
  const windows = useMemo(
    () => gapsOf(place).filter(({ opening, beyond }) => opening.kind === 'window' && !beyond),
    [place],
  )
  return windows.map(({ opening: o, along, far, outward }) => {
    const [middle, y, across] = [(o.from + o.to) / 2, (o.bottom + o.top) / 2, far + outward * BEHIND_M]
    const turn = along === 'x' ? (outward > 0 ? Math.PI : 0) : (-outward * Math.PI) / 2
    return (
      <mesh
        key={o.id}
        name={`sky-${o.id}`}
        position={along === 'x' ? [middle, y, across] : [across, y, middle]}
        rotation-y={turn}
        material={material}
      >
        <planeGeometry args={[(o.to - o.from) * LARGER, (o.top - o.bottom) * LARGER]} />
      </mesh>
    )
  })
}

function skyMaterial(map: Texture): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ map, side: DoubleSide })
  material.color.setScalar(1.15)
  return material
}

function paintEvening(c: CanvasRenderingContext2D): void {
  const sky = c.createLinearGradient(0, 0, 0, 256)
  sky.addColorStop(0, '#8fa3b5')
  sky.addColorStop(0.5, '#c3ced4')
  sky.addColorStop(0.68, '#e3ddd0')
  c.fillStyle = sky
  c.fillRect(0, 0, 256, 256)
  c.filter = 'blur(1.5px)'
  c.fillStyle = '#5d6a69'
  c.beginPath()
  c.moveTo(-9, 180)
  for (let x = -8; x <= 264; x += 6) c.lineTo(x, 168 + 5 * Math.sin(x * 0.21) + 4 * Math.sin(x * 0.57 + 1))
  c.lineTo(264, 256)
  c.lineTo(-9, 256)
  c.fill()
  c.fillStyle = '#9a9c97'
  c.fillRect(-8, 184, 280, 80)
  c.fillStyle = '#7f827e'
  c.fillRect(-8, 184, 280, 3)
}
