import { addAfterEffect, addEffect, useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import { useText } from '#ui'

/** Whether the address asks for what a frame costs: `?debug`. */
export const asksForCost = (search: string): boolean => new URLSearchParams(search).has('debug')

/** How much the newest frame counts in the shown time: one slow frame is seen, and does not hide the rest. */
const NEWEST = 0.1

/** Over the picture, for developers: draw calls, triangles, and script time of a frame without the GPU's. */
export function FrameCost() {
  const gl = useThree((three) => three.gl)
  const text = useText()
  useEffect(() => {
    const label = document.createElement('p')
    label.className = 'frame-cost'
    label.setAttribute('aria-hidden', 'true')
    gl.domElement.parentElement?.append(label)
    let [startMs, meanMs] = [0, 0]
    const stops = [
      addEffect(() => {
        startMs = performance.now()
      }),
      addAfterEffect(() => {
        const ms = performance.now() - startMs
        meanMs = meanMs === 0 ? ms : meanMs + (ms - meanMs) * NEWEST
        const { calls, triangles, frame } = gl.info.render
        label.textContent = text('cell.frame-cost', { calls, triangles, ms: meanMs.toFixed(1), frame })
      }),
    ]
    return () => {
      for (const stop of stops) stop()
      label.remove()
    }
  }, [gl, text])
  return null
}
