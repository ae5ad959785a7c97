import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useRef } from 'react'
import { MathUtils, type PerspectiveCamera } from 'three'
import type { Place } from '#core/scenario'
import type { Snapshot } from '#core/session'
import './cell.css'
import { CellCanvas } from './cell-canvas.tsx'
import { type Eyes, eyesAt } from './eyes.ts'
import { fieldOfViewFor } from './field-of-view.ts'
import { Hook } from './hook.tsx'
import { People } from './people.tsx'
import type { Quality } from './quality.ts'
import { useRedrawOn } from './redraw.ts'
import { RoomScene } from './room-scene.tsx'
import type { Gaze } from './targets.ts'

export type PastCellProps = {
  readonly quality: Quality
  readonly reducedMotion: boolean
  /** asks for a measurement; called once with the profile this machine holds */ readonly onMeasured?:
    | ((quality: Quality) => void)
    | undefined
  readonly onFailed: () => void
}
type Props = PastCellProps & {
  readonly place: Place
  /** the place with the positions people have in it, where it has others than its own: the room is not built anew for them */
  readonly peopled?: Place
  readonly snapshot: Snapshot
  /** where the eyes are and look at that instant */ readonly gaze: Gaze
  /** what the picture is, for those who do not see it */ readonly label: string
}
/** A past moment through somebody's eyes: it is looked at, and nothing can be done in it. */
export function PastCell({ place, peopled = place, snapshot, gaze, label, ...view }: Props) {
  const { quality, reducedMotion, onMeasured, onFailed } = view
  const eyes = useRef<Eyes>({ ...eyesAt(undefined), gaze })
  const latest = useRef({ snapshot, targets: [], highlighted: undefined })
  latest.current = { ...latest.current, snapshot }
  return (
    <div className="cell-surface" role="img" aria-label={label}>
      <CellCanvas quality={quality} onFailed={onFailed} onMeasured={onMeasured}>
        <RecordedCamera gaze={gaze} eyes={eyes} reducedMotion={reducedMotion} />
        <RoomScene
          place={place}
          propStates={snapshot.props}
          time={snapshot.time}
          quality={quality}
          reducedMotion={reducedMotion}
        />
        <People place={peopled} snapshot={snapshot} seed={0} reducedMotion={reducedMotion} quality={quality} />
        <Hook snapshot={snapshot} eyes={eyes} latest={latest} onLost={onFailed} />
      </CellCanvas>
    </div>
  )
}

/** How quickly the picture follows the recorded head, per second; ten samples a second would else be seen as steps. */
const FOLLOW = 9
/** Farther than this is another moment, not a step: the picture is there at once, metres. */
const LEAP_M = 1.2
/** Nearer than this the head has arrived: metres and radians. */
const THERE = 0.005

function RecordedCamera({
  gaze,
  eyes,
  reducedMotion,
}: {
  readonly gaze: Gaze
  readonly eyes: RefObject<Eyes>
  readonly reducedMotion: boolean
}) {
  const camera = useThree((three) => three.camera) as PerspectiveCamera
  const { width, height } = useThree((three) => three.size)
  const invalidate = useThree((three) => three.invalidate)
  useRedrawOn(`${gaze.at} ${gaze.yaw} ${gaze.pitch}`)
  useEffect(() => {
    camera.fov = fieldOfViewFor(width, height)
    camera.near = 0.05
    camera.updateProjectionMatrix()
    invalidate()
  }, [camera, width, height, invalidate])
  useFrame((_, rest) => {
    const now = eyes.current.gaze
    const away = Math.hypot(gaze.at[0] - now.at[0], gaze.at[2] - now.at[2])
    const share = reducedMotion || away > LEAP_M ? 1 : 1 - Math.exp(-FOLLOW * Math.min(rest, 1 / 15))
    const turnBy = Math.atan2(Math.sin(gaze.yaw - now.yaw), Math.cos(gaze.yaw - now.yaw))
    const [x, y, z] = now.at.map((from, axis) => MathUtils.lerp(from, gaze.at[axis] ?? from, share))
    const pitch = MathUtils.lerp(now.pitch, gaze.pitch, share)
    eyes.current.gaze = { at: [x ?? 0, y ?? 0, z ?? 0], yaw: now.yaw + turnBy * share, pitch }
    camera.position.set(...eyes.current.gaze.at)
    camera.rotation.set(pitch, eyes.current.gaze.yaw + Math.PI, 0, 'YXZ')
    if (share < 1 && (away > THERE || Math.abs(turnBy) > THERE || Math.abs(gaze.pitch - now.pitch) > THERE))
      invalidate()
  })
  return null
}
