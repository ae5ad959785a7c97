import { useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useRef } from 'react'
import { Mesh, type Object3D, Raycaster, SkinnedMesh, Vector2, Vector3 } from 'three'
import type { Snapshot } from '#core/session'
import { useSessionTime } from '#player'
import type { Eyes } from './eyes.ts'
import { targetIdOf } from './pointing.tsx'
import type { Target } from './targets.ts'
import { offerHook } from './test-hook.ts'

/** What the view shows now, for what runs outside React's rendering. */
export type Latest = {
  readonly current: {
    readonly snapshot: Snapshot
    readonly targets: readonly Target[]
    readonly highlighted: string | undefined
  }
}
type Props = {
  readonly snapshot: Snapshot
  readonly eyes: RefObject<Eyes>
  readonly latest: Latest
  readonly onLost: () => void
}

/** Answers browser tests, and reports a lost WebGL context. */
export function Hook({ snapshot, eyes, latest, onLost }: Props) {
  const { gl, camera, scene, size } = useThree()
  const shown = useRef(snapshot)
  const sessionTime = useSessionTime()
  // An effect of the scene, after the camera's own: what is told as shown has already set the eyes on their way.
  useEffect(() => {
    shown.current = snapshot
  }, [snapshot])
  useEffect(() => {
    const canvas = gl.domElement
    canvas.addEventListener('webglcontextlost', onLost)
    const withdraw = offerHook({
      snapshot: () => shown.current,
      timeMs: sessionTime,
      gaze: () => eyes.current.gaze,
      isStill: () => {
        const { route, turnTo, gaze, heightM } = eyes.current
        return route.length === 0 && !turnTo && gaze.at[1] === heightM
      },
      targets: () => latest.current.targets,
      highlighted: () => latest.current.highlighted,
      screenPoint: (at) => {
        const point = new Vector3(...at).project(camera)
        const box = canvas.getBoundingClientRect()
        return point.z > 1
          ? undefined
          : { x: box.left + ((point.x + 1) / 2) * size.width, y: box.top + ((1 - point.y) / 2) * size.height }
      },
      targetUnder: ({ x, y }) => {
        const box = canvas.getBoundingClientRect()
        const caster = new Raycaster()
        const onScreen = new Vector2(((x - box.left) / size.width) * 2 - 1, 1 - ((y - box.top) / size.height) * 2)
        caster.setFromCamera(onScreen, camera)
        const solid: Object3D[] = []
        scene.traverse((object) => {
          if (object instanceof Mesh && !(object instanceof SkinnedMesh)) solid.push(object)
        })
        const [hit] = caster.intersectObjects(solid, false)
        return hit && targetIdOf(hit.object)
      },
      drawn: () => ({ calls: gl.info.render.calls, triangles: gl.info.render.triangles, frames: gl.info.render.frame }),
    })
    return () => {
      canvas.removeEventListener('webglcontextlost', onLost)
      withdraw()
    }
  }, [gl, camera, scene, size, eyes, latest, onLost, sessionTime])
  return null
}
