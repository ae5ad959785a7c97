import { useEffect, useMemo } from 'react'
import { type BufferGeometry, DoubleSide, MeshBasicMaterial, PlaneGeometry, type Texture } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { Place, TimeOfDay } from '#core/scenario'
import { gapsOf } from './gaps.ts'
import { set } from './shape.ts'
import { paintedTexture } from './textures.ts'

/** How far behind the frame the painted sky hangs, metres, and how much larger than the window it is. */
const BEHIND_M = 0.9
const LARGER = 2.6

/** What one sees through the windows: a wall and trees under the sky of the hour. It gives the light the bake counts on. */
export function Sky({ place, time }: { readonly place: Place; readonly time: TimeOfDay }) {
  const texture = useMemo(() => paintedTexture(256, 256, (c) => paintView(c, SKIES[time])), [time])
  const material = useMemo(() => skyMaterial(texture, SKIES[time].strength), [texture, time])
  const geometry = useMemo(() => viewsOf(place), [place])
  useEffect(
    () => () => {
      texture.dispose()
      material.dispose()
    },
    [texture, material],
  )
  useEffect(() => () => geometry?.dispose(), [geometry])
  return geometry ? <mesh name="sky" geometry={geometry} material={material} /> : null
}

/** One painted view behind every outer window, as one mesh. */
function viewsOf(place: Place): BufferGeometry | undefined {
  const views = gapsOf(place)
    .filter(({ opening, beyond }) => opening.kind === 'window' && !beyond)
    .map(({ opening: o, along, far, outward }) => {
      const [middle, y, across] = [(o.from + o.to) / 2, (o.bottom + o.top) / 2, far + outward * BEHIND_M]
      const turn = along === 'x' ? (outward > 0 ? Math.PI : 0) : (-outward * Math.PI) / 2
      const plane = new PlaneGeometry((o.to - o.from) * LARGER, (o.top - o.bottom) * LARGER)
      return set(plane, along === 'x' ? { x: middle, y, z: across, turn } : { x: across, y, z: middle, turn })
    })
  return views.length > 0 ? mergeGeometries(views) : undefined
}

/** Colours of a sky from the zenith to the horizon, of the trees and of the wall, and how bright the whole is. */
type SkyLook = {
  readonly zenith: string
  readonly middle: string
  readonly horizon: string
  readonly trees: string
  readonly wall: string
  readonly strength: number
  /** lamps on masts along the wall */ readonly masts?: boolean
}
const SKIES: Readonly<Record<TimeOfDay, SkyLook>> = {
  night: {
    zenith: '#0b1018',
    middle: '#131a24',
    horizon: '#232a30',
    trees: '#0c1112',
    wall: '#3a352b',
    strength: 0.55,
    masts: true,
  },
  morning: {
    zenith: '#9db7cc',
    middle: '#e3d3bd',
    horizon: '#f6dcae',
    trees: '#5d655a',
    wall: '#b5a88f',
    strength: 1.5,
  },
  noon: { zenith: '#a9c6e2', middle: '#d3e2ee', horizon: '#eef2f3', trees: '#66785f', wall: '#bcbcb4', strength: 1.9 },
  evening: {
    zenith: '#8fa3b5',
    middle: '#c3ced4',
    horizon: '#e3ddd0',
    trees: '#5d6a69',
    wall: '#9a9c97',
    strength: 1.15,
  },
}

function skyMaterial(map: Texture, strength: number): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ map, side: DoubleSide })
  material.color.setScalar(strength)
  return material
}

function paintView(c: CanvasRenderingContext2D, look: SkyLook): void {
  const sky = c.createLinearGradient(0, 0, 0, 256)
  sky.addColorStop(0, look.zenith)
  sky.addColorStop(0.5, look.middle)
  sky.addColorStop(0.68, look.horizon)
  c.fillStyle = sky
  c.fillRect(0, 0, 256, 256)
  c.filter = 'blur(1.5px)'
  c.fillStyle = look.trees
  c.beginPath()
  c.moveTo(-9, 180)
  for (let x = -8; x <= 264; x += 6) c.lineTo(x, 168 + 5 * Math.sin(x * 0.21) + 4 * Math.sin(x * 0.57 + 1))
  c.lineTo(264, 256)
  c.lineTo(-9, 256)
  c.fill()
  c.fillStyle = look.wall
  c.fillRect(-8, 184, 280, 80)
  c.fillStyle = 'rgba(20,24,24,.22)'
  c.fillRect(-8, 184, 280, 3)
  if (!look.masts) return
  for (const x of [60, 186]) {
    const glow = c.createRadialGradient(x, 150, 0, x, 150, 60)
    glow.addColorStop(0, 'rgba(255,214,150,.95)')
    glow.addColorStop(0.12, 'rgba(255,190,110,.45)')
    glow.addColorStop(1, 'rgba(255,180,100,0)')
    c.fillStyle = glow
    c.fillRect(x - 60, 90, 120, 120)
    c.fillStyle = '#15181a'
    c.fillRect(x - 1, 152, 2, 34)
  }
}
