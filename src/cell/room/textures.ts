import { CanvasTexture, RepeatWrapping, SRGBColorSpace } from 'three'
import { SURFACES, type TextureName } from './surfaces.ts'

/** Drawn at load, so that nothing is downloaded; the same numbers give the same wall on every machine. */
type Draw = (canvas: CanvasRenderingContext2D, size: number, random: () => number) => void

const DRAW: Readonly<Record<TextureName, Draw>> = {
  plaster: (c, size, random) => {
    blotches(c, size, random, 26, 0.07)
    speckles(c, size, random, 9000, 0.07, 1.1)
  },
  dado: (c, size, random) => {
    blotches(c, size, random, 26, 0.1)
    speckles(c, size, random, 7000, 0.04, 1)
    scratches(c, size, random, 30, 80, ['30,36,30', '190,198,188'], 0.2)
  },
  lino: (c, size, random) => {
    speckles(c, size, random, 26000, 0.16, 1.1)
    blotches(c, size, random, 16, 0.04)
    c.strokeStyle = 'rgba(40,44,44,.22)'
    c.strokeRect(0.5, 0.5, size, size)
  },
  steel: (c, size, random) => {
    blotches(c, size, random, 18, 0.045)
    speckles(c, size, random, 4000, 0.05, 0.8)
    scratches(c, size, random, 34, 30, ['220,225,228', '30,36,40'], 0.13)
  },
  wood: (c, size, random) => {
    for (let n = 0; n < 260; n++) {
      const y = random() * size
      const bend = () => y + (random() - 0.5) * 14
      c.strokeStyle = `rgba(70,46,24,${0.1 * random()})`
      c.lineWidth = 0.5 + random() * 2
      c.beginPath()
      c.moveTo(0, y)
      c.bezierCurveTo(size * 0.3, bend(), size * 0.7, bend(), size, y)
      c.stroke()
    }
  },
  weave: (c, size, random) => {
    for (let at = 0; at < size; at += 4) {
      c.fillStyle = `rgba(0,0,0,${0.05 + 0.05 * random()})`
      c.fillRect(at, 0, 1.6, size)
      c.fillRect(0, at, size, 1.6)
    }
  },
  ticking: (c, size, random) => {
    c.fillStyle = 'rgba(70,92,122,.5)'
    for (let at = 0; at < size; at += size / 8) {
      c.fillRect(at, 0, size / 50, size)
      c.fillRect(at + size / 28, 0, size / 160, size)
    }
    blotches(c, size, random, 12, 0.04)
  },
}
const SIZE_PX = 512

export function createTextures(): Readonly<Record<TextureName, CanvasTexture>> {
  const make = (name: TextureName) => {
    const ground = Object.values(SURFACES).find((s) => 'texture' in s && s.texture === name)?.color ?? '#888888'
    const texture = paintedTexture(SIZE_PX, SIZE_PX, (c) => {
      c.fillStyle = ground
      c.fillRect(0, 0, SIZE_PX, SIZE_PX)
      DRAW[name](c, SIZE_PX, randomFrom(7))
    })
    texture.wrapS = texture.wrapT = RepeatWrapping
    return texture
  }
  const names = Object.keys(DRAW) as TextureName[]
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<TextureName, CanvasTexture>
}

/** A picture drawn on a canvas. */
export function paintedTexture(
  width: number,
  height: number,
  draw: (canvas: CanvasRenderingContext2D) => void,
): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no 2D canvas; the room cannot be painted.')
  draw(context)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = 4
  return texture
}

/** A picture's own chance, the same every time: it decides where a scratch lies, never what happens. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

function speckles(
  c: CanvasRenderingContext2D,
  size: number,
  random: () => number,
  count: number,
  alpha: number,
  radius: number,
): void {
  for (let n = 0; n < count; n++) {
    const tone = random() < 0.5 ? 0 : 255
    c.fillStyle = `rgba(${tone},${tone},${tone},${alpha * random()})`
    c.beginPath()
    c.arc(random() * size, random() * size, radius * (0.4 + random()), 0, 7)
    c.fill()
  }
}

function blotches(c: CanvasRenderingContext2D, size: number, random: () => number, count: number, alpha: number): void {
  for (let n = 0; n < count; n++) {
    const [x, y, radius, tone, strength] = [
      random() * size,
      random() * size,
      size * (0.06 + 0.16 * random()),
      random() < 0.6 ? 20 : 250,
      alpha * random(),
    ]
    for (const [dx, dy] of [
      [0, 0],
      [size, 0],
      [-size, 0],
      [0, size],
      [0, -size],
    ] as const) {
      const gradient = c.createRadialGradient(x + dx, y + dy, 0, x + dx, y + dy, radius)
      gradient.addColorStop(0, `rgba(${tone},${tone},${tone},${strength})`)
      gradient.addColorStop(1, `rgba(${tone},${tone},${tone},0)`)
      c.fillStyle = gradient
      c.fillRect(0, 0, size, size)
    }
  }
}

function scratches(
  c: CanvasRenderingContext2D,
  size: number,
  random: () => number,
  count: number,
  length: number,
  tones: readonly string[],
  alpha: number,
): void {
  for (let n = 0; n < count; n++) {
    const [x, y] = [random() * size, random() * size]
    c.strokeStyle = `rgba(${tones[Math.floor(random() * tones.length)]},${alpha * random()})`
    c.lineWidth = 0.5 + random() * 0.8
    c.beginPath()
    c.moveTo(x, y)
    c.lineTo(x + (random() - 0.5) * length, y + (random() - 0.5) * length * 0.5)
    c.stroke()
  }
}
