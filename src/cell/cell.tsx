import { Canvas, useThree } from '@react-three/fiber'
import { Component, type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Vector3 } from 'three'
import { encodePose, type PoseSample } from '#core/session'
import { usePlayer, useScenario, useWords } from '#player'
import { useText } from '#ui'
import { EYE_M, type Eyes, OfficerCamera } from './officer-camera.tsx'
import { People } from './people.tsx'
import { QUALITY, qualityFromAddress } from './quality.ts'
import { quietThree } from './quiet-three.ts'
import { RoomScene } from './room-scene.tsx'
import { StationMarkers } from './station-markers.tsx'
import { gazeTowards, lookedAt, nextTarget, stationEntered, type Target, targetsOf, type Vector } from './targets.ts'
import { offerHook } from './test-hook.ts'
import { VerbList } from './verb-list.tsx'

type Props = {
  /** WebGL is not there or broke */ readonly onFailed: () => void /** a chunk of the pose channel */
  readonly onPose: (bytes: Uint8Array) => void
}
quietThree()

/** How often the head is recorded, ms, and how many samples make a chunk. */
const POSE = { everyMs: 100, chunk: 150 } as const

/** The 3D view of a session: draws its snapshot, sends its acts. Everything in it has a twin in the panels. */
export function Cell({ onFailed, onPose }: Props) {
  const scenario = useScenario()
  const words = useWords()
  const text = useText()
  const snapshot = usePlayer((player) => player.snapshot)
  const send = usePlayer((player) => player.send)
  const surface = useRef<HTMLDivElement>(null)
  const { place } = scenario
  const start = place.stations.find((s) => s.id === snapshot.officer.station)
  const eyes = useRef<Eyes>({
    gaze: { at: [start?.at.x ?? 0, EYE_M, start?.at.z ?? 0], yaw: ((start?.turn ?? 0) * Math.PI) / 180, pitch: -0.04 },
    gliding: false,
    turnTo: undefined,
  })
  const [quality] = useState(qualityFromAddress)
  const [focus, setFocus] = useState<string>()
  const [open, setOpen] = useState(false)
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches
  const targets = targetsOf(place, snapshot)
  const latest = useRef({ snapshot, targets, focus })
  latest.current = { snapshot, targets, focus }
  const target = targets.find((one) => one.id === focus)

  const look = useCallback(() => {
    const found = lookedAt(latest.current.targets, eyes.current.gaze)?.id
    if (found !== latest.current.focus && !eyes.current.turnTo) {
      setFocus(found)
      setOpen(false)
    }
  }, [])
  const walked = useCallback(
    (x: number, z: number) => {
      const entered = stationEntered(place, latest.current.snapshot, x, z)
      if (entered) void send(entered.act)
    },
    [place, send],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what can be done has changed
  useEffect(look, [snapshot.affordances])
  usePoseRecording(eyes, latest, onPose)

  const nameOf = (one: Target): string =>
    one.kind === 'person'
      ? words(snapshot.characters[one.id]?.name ?? one.id)
      : words(`places.${place.id}.${one.kind === 'prop' ? 'props' : 'stations'}.${one.id}`)
  const select = (id: string) => {
    const chosen = targets.find((one) => one.id === id)
    if (!chosen) return
    setFocus(id)
    const only = chosen.affordances.length === 1 ? chosen.affordances[0] : undefined
    if (only && chosen.kind === 'station') void send(only.act)
    else setOpen(true)
    surface.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.code === 'KeyE' ? 1 : event.code === 'KeyQ' ? -1 : undefined
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    if (by) {
      const next = nextTarget(targets, eyes.current.gaze, focus, by)
      if (!next) return
      setFocus(next.id)
      setOpen(false)
      eyes.current.turnTo = gazeTowards(eyes.current.gaze.at, next.at)
    } else if (event.code === 'Enter' && target && !open) select(target.id)
    else if (event.code === 'Escape') setOpen(false)
    else if (digit && open && target) {
      const chosen = target.affordances[Number(digit) - 1]
      if (!chosen) return
      setOpen(false)
      void send(chosen.act)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const propLabels = Object.fromEntries(
    place.props.map((prop) => [prop.id, words(`places.${place.id}.props.${prop.id}`)]),
  )
  return (
    <div
      ref={surface}
      className="cell-surface"
      role="application"
      aria-label={text('cell.label')}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <FailureWatch onFailed={onFailed}>
        <Canvas
          frameloop="demand"
          dpr={QUALITY[quality].dpr}
          shadows={QUALITY[quality].shadowSize > 0}
          gl={{ antialias: QUALITY[quality].antialias, powerPreference: 'high-performance' }}
          fallback={null}
        >
          <color attach="background" args={['#14181b']} />
          <OfficerCamera
            place={place}
            snapshot={snapshot}
            eyes={eyes}
            surface={surface}
            reducedMotion={reducedMotion}
            onWalked={walked}
            onLooked={look}
          />
          <RoomScene
            place={place}
            propStates={snapshot.props}
            propLabels={propLabels}
            highlighted={target?.kind === 'prop' ? target.id : undefined}
            onSelect={select}
            quality={quality}
          />
          <People
            place={place}
            snapshot={snapshot}
            seed={0}
            reducedMotion={reducedMotion}
            quality={quality}
            onSelect={select}
          />
          <StationMarkers targets={targets} highlighted={focus} onSelect={select} />
          <Hook eyes={eyes} latest={latest} onLost={onFailed} />
        </Canvas>
      </FailureWatch>
      {target && (
        <VerbList
          target={target}
          name={nameOf(target)}
          open={open}
          onClose={() => {
            setOpen(false)
            surface.current?.focus()
          }}
          wordsOf={(affordance) =>
            affordance.group === 'prop'
              ? text(affordance.text)
              : affordance.group === 'move'
                ? `${text('panels.move')} ${words(affordance.text)}`
                : words(affordance.text)
          }
        />
      )}
    </div>
  )
}

type Latest = {
  readonly current: {
    readonly snapshot: ReturnType<typeof usePlayer<import('#core/session').Snapshot>>
    readonly targets: readonly Target[]
    readonly focus: string | undefined
  }
}

/** Records the head ten times a second while the session runs, and hands it on in chunks. */
function usePoseRecording(eyes: { readonly current: Eyes }, latest: Latest, onPose: (bytes: Uint8Array) => void): void {
  const write = useRef(onPose)
  write.current = onPose
  useEffect(() => {
    let samples: PoseSample[] = []
    const flush = () => {
      if (samples.length > 1) write.current(encodePose(samples))
      samples = []
    }
    const timer = setInterval(() => {
      const { snapshot } = latest.current
      if (snapshot.ending !== undefined || snapshot.affordances.length === 0) return
      const { at, yaw, pitch } = eyes.current.gaze
      samples.push({ timeMs: snapshot.timeMs, x: at[0], z: at[2], yaw, pitch })
      if (samples.length >= POSE.chunk) flush()
    }, POSE.everyMs)
    return () => {
      clearInterval(timer)
      flush()
    }
  }, [eyes, latest])
}

/** Answers browser tests, and reports a lost WebGL context. */
function Hook({
  eyes,
  latest,
  onLost,
}: {
  readonly eyes: { readonly current: Eyes }
  readonly latest: Latest
  readonly onLost: () => void
}) {
  const { gl, camera, size } = useThree()
  useEffect(() => {
    const canvas = gl.domElement
    canvas.addEventListener('webglcontextlost', onLost)
    const withdraw = offerHook({
      snapshot: () => latest.current.snapshot,
      gaze: () => eyes.current.gaze,
      targets: () => latest.current.targets,
      highlighted: () => latest.current.focus,
      screenPoint: (at: Vector) => {
        const point = new Vector3(...at).project(camera)
        const box = canvas.getBoundingClientRect()
        return point.z > 1
          ? undefined
          : { x: box.left + ((point.x + 1) / 2) * size.width, y: box.top + ((1 - point.y) / 2) * size.height }
      },
      drawn: () => ({ calls: gl.info.render.calls, triangles: gl.info.render.triangles, frames: gl.info.render.frame }),
    })
    return () => {
      canvas.removeEventListener('webglcontextlost', onLost)
      withdraw()
    }
  }, [gl, camera, size, eyes, latest, onLost])
  return null
}

/** A machine without WebGL throws when the canvas is made: the panels go on without it. */
class FailureWatch extends Component<
  { readonly onFailed: () => void; readonly children: ReactNode },
  { readonly broken: boolean }
> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override componentDidCatch() {
    this.props.onFailed()
  }
  override render() {
    return this.state.broken ? null : this.props.children
  }
}
