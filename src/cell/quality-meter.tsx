import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'
import { measureQuality, type Quality } from './quality.ts'

/** How long the scene may settle before it is measured, ms: figures and textures come in meanwhile. */
const SETTLE_MS = 2500
/** Frames that only warm up, and frames that count. */
const FRAMES = { warm: 2, counted: 7 } as const

/** Finds out once which profile this machine holds, by timing a few frames to the last pixel. */
export function QualityMeter({ onMeasured }: { readonly onMeasured: (quality: Quality) => void }) {
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isSettled ? <Meter onMeasured={onMeasured} /> : null
}

function Meter({ onMeasured }: { readonly onMeasured: (quality: Quality) => void }) {
  const invalidate = useThree((three) => three.invalidate)
  const times = useRef<number[]>([])
  useEffect(() => invalidate(), [invalidate])
  // A priority above 0 takes the drawing over from the canvas while this is mounted.
  useFrame(({ gl, scene, camera }) => {
    const context = gl.getContext()
    const startMs = performance.now()
    gl.render(scene, camera)
    // The call to draw returns before the picture is there; reading a pixel waits for it.
    context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4))
    times.current.push(performance.now() - startMs)
    if (times.current.length < FRAMES.warm + FRAMES.counted) invalidate()
    else onMeasured(measureQuality(times.current.slice(FRAMES.warm)))
  }, 1)
  return null
}
