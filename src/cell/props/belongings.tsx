import { useEffect, useMemo } from 'react'
import { MeshLambertMaterial, PlaneGeometry } from 'three'
import { box, part } from '../room/shape.ts'
import { paintedTexture } from '../room/textures.ts'
import type { PropViewProps } from './prop-view.ts'
import { SetDown } from './set-down.tsx'
import { Touchable } from './touchable.tsx'

/** A print on the wall: its middle and size in metres, how crooked it hangs in radians, and where it hangs once moved. */
type Print = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly roll: number
  readonly moved: readonly [x: number, y: number, roll: number]
}
const PRINTS: readonly Print[] = [
  { x: -0.24, y: 0.05, width: 0.15, height: 0.2, roll: 0.03, moved: [-0.24, 0.05, 0.4] },
  { x: -0.03, y: 0.1, width: 0.2, height: 0.15, roll: -0.02, moved: [0.02, -0.13, -0.7] },
  { x: -0.05, y: -0.1, width: 0.13, height: 0.17, roll: 0.05, moved: [-0.1, -0.02, 0.3] },
  { x: 0.19, y: 0.0, width: 0.2, height: 0.26, roll: -0.04, moved: [0.21, 0.02, -0.25] },
]
/** A hand that puts things back does not put them back exactly. */
const NEARLY = 0.12
const TILE_PX = 128

/** Photographs and a child's drawing taped to the wall: the most private square metre of a cell. */
export function Belongings({ prop, state, highlighted }: PropViewProps) {
  const hung = useMemo(() => {
    const share = { untouched: 0, moved: 1, 'put-back': NEARLY }[state] ?? 0
    return PRINTS.map(({ x, y, roll, moved, ...size }) => ({
      ...size,
      x: x + (moved[0] - x) * share,
      y: y + (moved[1] - y) * share,
      roll: roll + (moved[2] - roll) * share,
    }))
  }, [state])
  const paper = useMemo(
    () =>
      hung.map((h, n) =>
        part('white', box(h.width, h.height, 0.002, { edge: 0.0006 }), {
          x: h.x,
          y: h.y,
          z: -0.002 - n * 0.0015,
          roll: h.roll,
        }),
      ),
    [hung],
  )
  const texture = useMemo(() => paintedTexture(TILE_PX * 2, TILE_PX * 2, paintPrints), [])
  const material = useMemo(() => new MeshLambertMaterial({ map: texture }), [texture])
  const pictures = useMemo(
    () => PRINTS.map(({ width, height }, n) => tile(new PlaneGeometry(width * 0.9, height * 0.9).rotateY(Math.PI), n)),
    [],
  )
  useEffect(
    () => () => {
      texture.dispose()
      material.dispose()
      for (const picture of pictures) picture.dispose()
    },
    [texture, material, pictures],
  )
  return (
    <SetDown prop={prop} y={prop.y ?? 1.5}>
      <Touchable parts={paper} id={prop.id} highlighted={highlighted}>
        {pictures.map((picture, n) => (
          <mesh
            key={picture.uuid}
            geometry={picture}
            material={material}
            position={[hung[n]?.x ?? 0, hung[n]?.y ?? 0, -0.0045 - n * 0.0015]}
            rotation-z={hung[n]?.roll ?? 0}
          />
        ))}
      </Touchable>
    </SetDown>
  )
}

/** Points a plane at one quarter of the sheet of four pictures. */
function tile(plane: PlaneGeometry, n: number): PlaneGeometry {
  const uv = plane.getAttribute('uv')
  for (let i = 0; i < uv.count; i++) uv.setXY(i, (uv.getX(i) + (n % 2)) / 2, (uv.getY(i) + Math.floor(n / 2)) / 2)
  return plane
}

function paintPrints(c: CanvasRenderingContext2D): void {
  const s = TILE_PX
  const fill = (color: string, x: number, y: number, width: number, height: number) => {
    c.fillStyle = color
    c.fillRect(x, y, width, height)
  }
  const disc = (color: string, x: number, y: number, rx: number, ry = rx) => {
    c.fillStyle = color
    c.beginPath()
    c.ellipse(x, y, rx, ry, 0, 0, 7)
    c.fill()
  }
  const person = (x: number, y: number, size: number, coat: string, skin: string, hair: string) => {
    disc(coat, x, y + size * 1.75, size * 1.15, size * 1.2)
    disc(hair, x, y - size * 0.14, size * 0.6, size * 0.66)
    disc(skin, x, y + size * 0.08, size * 0.5, size * 0.6)
  }
  // lower left and right of the sheet come first: a portrait, and a lake with a boat
  fill('#b9a58c', 0, s, s, s)
  fill('#8d9c86', 0, s, s, s * 0.45)
  person(s * 0.5, s * 1.42, s * 0.3, '#6b3f47', '#d9b08f', '#4a3324')
  fill('#a9c0cf', s, s, s, s * 0.5)
  fill('#5d7f92', s, s * 1.5, s, s * 0.5)
  fill('#4c6350', s, s * 1.42, s, s * 0.1)
  fill('#7a4a33', s * 1.4, s * 1.66, s * 0.3, s * 0.05)
  // upper left: mother and child; upper right: a child's drawing of a house and a sun
  fill('#c7b79a', 0, 0, s, s)
  person(s * 0.36, s * 0.3, s * 0.22, '#3f5a6b', '#d6ab88', '#2f241d')
  person(s * 0.68, s * 0.5, s * 0.16, '#a8623b', '#dcb594', '#7a5632')
  fill('#f3efe2', s, 0, s, s)
  disc('#e0a72b', s * 1.8, s * 0.2, s * 0.11)
  fill('#6f9a5a', s, s * 0.82, s, s * 0.18)
  fill('#b5523f', s * 1.25, s * 0.5, s * 0.38, s * 0.34)
  c.fillStyle = '#5a4a86'
  c.beginPath()
  c.moveTo(s * 1.2, s * 0.5)
  c.lineTo(s * 1.44, s * 0.26)
  c.lineTo(s * 1.68, s * 0.5)
  c.fill()
  fill('#f0d98a', s * 1.33, s * 0.58, s * 0.1, s * 0.1)
}
