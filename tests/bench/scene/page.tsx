import '../../../src/ui/tokens.css'
import { places } from 'virtual:places'
import { _roots, advance, type RootState } from '@react-three/fiber'
import { Profiler, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { BufferAttribute, type Mesh } from 'three'
import { Cell, PlaceCanvas } from '#cell'
import { type Place, PROP_KINDS } from '#core/scenario'
import { createSettings, PlayerProvider, SettingsProvider } from '#player'
import { prepareText } from '#ui'
import { type Moment, momentOf } from './moment.ts'
import { rawSceneOf, settle, withoutPixels } from './raw-scene.ts'

/** What the page measures of one picture; times in ms, memory in bytes. */
export type PictureCost = {
  readonly calls: number
  readonly triangles: number
  /** script of one frame: posing, camera and drawing */ readonly scriptMs: readonly number[]
  /** the same picture by three.js alone */ readonly rawScriptMs: readonly number[]
  /** heap that one frame leaves behind */ readonly bytesPerFrame: number
  readonly rawBytesPerFrame: number
  /** times React rendered while the frames were drawn */ readonly renders: number
  /** until it is drawn with its light and its people */ readonly loadMs: number
  /** until three.js has drawn the same for the first time, everything being at hand */ readonly rawLoadMs: number
}
/** What is left after places have come and gone. */
export type Leak = { readonly geometries: number; readonly textures: number; readonly heapBytes: number }
export type SceneBench = {
  readonly cell: () => Promise<PictureCost>
  readonly place: (id: string, station: string) => Promise<PictureCost>
  readonly leak: (changes: number) => Promise<Leak>
}
declare global {
  interface Window {
    __bench?: SceneBench
    gc?: () => void
  }
}

/**
 * A picture runs for minutes: its first frames, which no engine has compiled yet, are not what is timed. A browser's
 * clock ticks every 0.1 ms, so that a sample is several frames.
 */
const FRAMES = { warm: 300, samples: 40, inSample: 10, weighed: 120 } as const
/** What is dropped is not all gone at once: a canvas is let go half a second later, and the collector takes its turns. */
const TURNS = { most: 8, pauseMs: 500 } as const
/** A place that is not drawn by then never will be. */
const LONGEST_MS = 60_000
const settings = createSettings({ read: () => null, write: () => {} })
const heap = (): number => {
  window.gc?.()
  return (performance as Performance & { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
let renders = 0

/** The heap when nothing more is given back: the least that is seen. */
async function settledHeap(): Promise<number> {
  let least = heap()
  for (let n = 0; n < TURNS.most; n++) {
    await pause(TURNS.pauseMs)
    least = Math.min(least, heap())
  }
  return least
}

/** Puts something on the page and waits until its canvas shows the light of its file, and its people. */
async function show(what: ReactNode, people: number): Promise<{ root: Root; three: RootState; loadMs: number }> {
  const element = document.getElementById('root')
  if (!element) throw new Error('The page has no root.')
  const start = performance.now()
  const root = createRoot(element)
  root.render(
    <SettingsProvider store={settings}>
      <Profiler id="view" onRender={() => renders++}>
        {what}
      </Profiler>
    </SettingsProvider>,
  )
  while (performance.now() - start < LONGEST_MS) {
    await pause(5)
    const canvas = element.querySelector('canvas')
    const three = canvas ? _roots.get(canvas)?.store.getState() : undefined
    if (!three || !isThere(three, people)) continue
    advance(performance.now())
    settle(three.gl)
    return { root, three, loadMs: performance.now() - start }
  }
  throw new Error('The light or the people of a place did not come.')
}

/** The colours of a room are written twice: before its light has come, and when it has. */
function isThere({ scene }: RootState, people: number): boolean {
  let [lit, posed] = [false, 0]
  scene.traverse((object) => {
    if (object.userData.posed) posed++
    if (!object.name.startsWith('room-')) return
    const color = (object as Mesh).geometry.getAttribute('color')
    lit ||= color instanceof BufferAttribute && color.version > 1
  })
  return lit && posed === people
}

async function costOf(what: ReactNode, people: number): Promise<PictureCost> {
  const { root, three, loadMs } = await show(what, people)
  const { gl, scene, camera } = three
  const context = gl.getContextAttributes()
  await pause(800) // what follows the first picture: a second frame, a finished swing
  const raw = rawSceneOf(scene, gl, { antialias: context.antialias ?? false })
  const rawLoadMs = elapsed(() => {
    raw.gl.render(raw.scene, camera)
    settle(raw.gl)
  })
  const draws = { own: () => advance(performance.now()), raw: () => raw.gl.render(raw.scene, camera) }
  for (let n = 0; n < FRAMES.warm; n++) for (const draw of Object.values(draws)) draw()
  const before = renders
  const scriptMs: number[] = []
  const rawScriptMs: number[] = []
  const frameMs = (draw: () => void) =>
    elapsed(() => {
      for (let n = 0; n < FRAMES.inSample; n++) draw()
    }) / FRAMES.inSample
  for (let n = 0; n < FRAMES.samples; n++) {
    scriptMs.push(frameMs(draws.own))
    rawScriptMs.push(frameMs(draws.raw))
  }
  const { calls, triangles } = gl.info.render
  const weigh = (draw: () => void) => {
    const start = heap()
    for (let n = 0; n < FRAMES.weighed; n++) draw()
    const used = (performance as Performance & { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0
    return (used - start) / FRAMES.weighed
  }
  const [bytesPerFrame, rawBytesPerFrame] = [weigh(draws.own), weigh(draws.raw)]
  const cost = {
    calls,
    triangles,
    scriptMs,
    rawScriptMs,
    bytesPerFrame,
    rawBytesPerFrame,
    renders: renders - before,
    loadMs,
    rawLoadMs,
  }
  raw.dispose()
  await close(root)
  return cost
}

const elapsed = (call: () => void): number => {
  const start = performance.now()
  call()
  return performance.now() - start
}

/** A canvas gives its memory back half a second after it is gone. */
async function close(root: Root): Promise<void> {
  root.unmount()
  await pause(700)
}

const Session = ({ scenario, player }: Moment) => (
  <PlayerProvider store={player} scenario={scenario}>
    <Cell quality="medium" reducedMotion={false} onFailed={() => {}} onPose={() => {}} />
  </PlayerProvider>
)

function placeSeen(place: Place, station: string): ReactNode {
  const stand = place.stations.find(({ id }) => id === station) ?? place.stations[0]
  if (!stand) throw new Error(`"${place.id}" has no station to look from.`)
  return (
    <PlaceCanvas
      place={place}
      states={Object.fromEntries(place.props.map(({ id, kind }) => [id, PROP_KINDS[kind].initial]))}
      time="noon"
      eye={{ ...stand.at, turn: stand.turn }}
      quality="medium"
      label={place.id}
      onDrawn={() => {}}
    />
  )
}

const placeOf = (id: string): Place => {
  const found = places.find(({ place }) => place.id === id)
  if (!found) throw new Error(`There is no place "${id}".`)
  return found.place
}

/** In the cell, when the prisoner sits on his bed and the colleague keeps the door: the model run up to the lamp. */
const twoInACell = () => momentOf('cell-entry', 'model', 34)

withoutPixels()
await prepareText('en')
window.__bench = {
  cell: async () => {
    const moment = await twoInACell()
    return costOf(
      <Session {...moment} />,
      Object.values(moment.player.getState().snapshot.characters).filter(
        ({ position, figure }) => position && figure !== 'none',
      ).length,
    )
  },
  place: (id, station) => costOf(placeSeen(placeOf(id), station), 0),
  leak: async (changes) => {
    const moment = await twoInACell()
    const scenes = [
      () => [<Session key="a" {...moment} />, 2] as const,
      () => [placeSeen(placeOf('landing'), ''), 0] as const,
    ]
    const held = { geometries: 0, textures: 0 }
    const change = async (n: number) => {
      const [what, people] = scenes[n % scenes.length]?.() ?? [null, 0]
      const { root, three } = await show(what, people)
      const { memory } = three.gl.info
      await close(root)
      held.geometries = Math.max(held.geometries, memory.geometries)
      held.textures = Math.max(held.textures, memory.textures)
    }
    for (let n = 0; n < 4; n++) await change(n)
    const start = await settledHeap()
    for (let n = 0; n < changes; n++) await change(n)
    return { ...held, heapBytes: (await settledHeap()) - start }
  },
}
