import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { AgXToneMapping, MathUtils } from 'three'
import { type Ambience, luminanceOf } from './ambience.ts'

/** AgX keeps skin and painted walls believable; it needs a little more light. */
export const EXPOSURE = 1.3
/** An eye opens in a darker room, by a part of what is missing, and never beyond a limit. */
const EYE = { usedTo: 0.42, share: 0.36, widest: 1.75 } as const
/** How quickly, per second, and when it has got there. */
const PACE = { quickness: 2.5, there: 0.004 } as const

/** How much of the light is let in, as eyes do: a dimmed landing is seen, and a bright one does not glare. */
export const exposureFor = (ambience: Ambience | undefined): number => {
  if (!ambience) return EXPOSURE
  const missing = EYE.usedTo / Math.max(1e-3, luminanceOf(ambience))
  return EXPOSURE * MathUtils.clamp(missing ** EYE.share, 1, EYE.widest)
}

/** Lets the picture get used to the room one is in. */
export function Exposure({ ambience, jumps }: { readonly ambience: Ambience | undefined; readonly jumps: boolean }) {
  const { gl, invalidate } = useThree()
  const goal = exposureFor(ambience)
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    gl.toneMapping = AgXToneMapping
  }, [gl])
  useEffect(() => {
    // what one opens one's eyes to needs no getting used to
    if (jumps || isFirst.current) gl.toneMappingExposure = goal
    if (ambience) isFirst.current = false
    invalidate()
  }, [gl, goal, jumps, ambience, invalidate])
  useFrame((three, delta) => {
    const now = three.gl.toneMappingExposure
    if (now === goal || isFirst.current) return
    const next = MathUtils.damp(now, goal, PACE.quickness, Math.min(delta, 0.1))
    three.gl.toneMappingExposure = Math.abs(next - goal) < PACE.there ? goal : next
    three.invalidate()
  })
  return null
}
