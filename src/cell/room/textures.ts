import { CanvasTexture, RepeatWrapping, SRGBColorSpace } from 'three'
import { SURFACES, type TextureName } from './surfaces.ts'

/** Drawn at load, so that nothing is downloaded; the same numbers give the same wall on every machine. */
type Draw = (canvas: CanvasRenderingContext2D, size: number, random: () => number) => void

const DRAW: Readonly<Record<TextureName, Draw>> = {
  plaster: (c, size, random) => {
    blotches(c, size, random, 26, 0.07)
    patches(c, size, random, 5, 0.05)
    speckles(c, size, random, 9000, 0.07, 1.1)
    cracks(c, size, random, 5, 0.2)
    scratches(c, size, random, 22, 26, ['60,58,52', '60,58,52', '120,60,50'], 0.16)
  },
  // one tile is as high as the paint: what stands at the bottom is where boots and mops come
  dado: (c, size, random) => {
    blotches(c, size, random, 26, 0.1)
    patches(c, size, random, 4, 0.06)
    speckles(c, size, random, 7000, 0.04, 1)
    scratches(c, size, random, 46, 80, ['30,36,30', '190,198,188'], 0.24)
    worn(c, size, random, { from: 0.78, count: 90, tones: ['24,26,24', '40,38,34'], alpha: 0.3 })
    const shade = c.createLinearGradient(0, size * 0.82, 0, size)
    shade.addColorStop(0, 'rgba(22,24,20,0)')
    shade.addColorStop(1, 'rgba(22,24,20,.34)')
    c.fillStyle = shade
    c.fillRect(0, size * 0.82, size, size)
    c.fillStyle = 'rgba(34,42,36,.5)'
    c.fillRect(0, size * 0.034, size, size * 0.014)
  },
  lino: (c, size, random) => {
    speckles(c, size, random, 26000, 0.16, 1.1)
    blotches(c, size, random, 16, 0.06)
    scratches(c, size, random, 60, 46, ['28,30,30', '28,30,30', '170,172,168'], 0.2)
    c.strokeStyle = 'rgba(30,34,34,.5)'
    c.lineWidth = 1.6
    c.strokeRect(0.5, 0.5, size, size)
  },
  steel: (c, size, random) => {
    blotches(c, size, random, 18, 0.06)
    speckles(c, size, random, 4000, 0.05, 0.8)
    scratches(c, size, random, 60, 34, ['220,225,228', '30,36,40', '96,62,42'], 0.2)
    worn(c, size, random, { from: 0.9, count: 40, tones: ['26,28,30'], alpha: 0.28 })
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
  // Painted by the processor: thousands of small strokes cost seconds where the graphics are software too.
  const context = canvas.getContext('2d', { willReadFrequently: true })
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

/** Where paint was put on over paint: squares of a slightly other tone, as a roller leaves them. */
function patches(c: CanvasRenderingContext2D, size: number, random: () => number, count: number, alpha: number): void {
  for (let n = 0; n < count; n++) {
    c.fillStyle = `rgba(${random() < 0.5 ? '40,40,34' : '255,253,246'},${alpha * (0.4 + 0.6 * random())})`
    const [width, height] = [size * (0.1 + 0.2 * random()), size * (0.1 + 0.24 * random())]
    c.fillRect(random() * (size - width), random() * (size - height), width, height)
  }
}

/** Hair cracks: a line that never runs straight. */
function cracks(c: CanvasRenderingContext2D, size: number, random: () => number, count: number, alpha: number): void {
  for (let n = 0; n < count; n++) {
    let [x, y] = [size * (0.1 + 0.8 * random()), size * (0.1 + 0.6 * random())]
    const lean = (random() - 0.5) * 10
    c.strokeStyle = `rgba(64,60,52,${alpha * (0.4 + 0.6 * random())})`
    c.lineWidth = 0.7
    c.beginPath()
    c.moveTo(x, y)
    for (let step = 0; step < 9; step++) {
      x += lean + (random() - 0.5) * 12
      y += 4 + random() * 9
      c.lineTo(x, y)
    }
    c.stroke()
  }
}

/** Dark strokes near the lower edge of a tile, the more the lower: marks of boots, trolleys and mops. */
function worn(
  c: CanvasRenderingContext2D,
  size: number,
  random: () => number,
  { from, count, tones, alpha }: { from: number; count: number; tones: readonly string[]; alpha: number },
): void {
  for (let n = 0; n < count; n++) {
    const y = size * (1 - (1 - from) * random() ** 2)
    const x = random() * size
    c.strokeStyle = `rgba(${tones[n % tones.length]},${alpha * random()})`
    c.lineWidth = 0.8 + 2.4 * random()
    c.beginPath()
    c.moveTo(x, y)
    c.quadraticCurveTo(x + 12 * random(), y - 5 * random(), x + 8 + 34 * random(), y + 3 * (random() - 0.5))
    c.stroke()
  }
}
