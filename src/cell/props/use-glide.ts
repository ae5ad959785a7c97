import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { type Group, MathUtils } from 'three'
import { useLook } from '../room/look.tsx'
import { standsStill } from './stands-still.ts'

/** Longest step of a movement, seconds. After a rest the first delta is the whole rest; a slow machine needs long later ones. */
const LONGEST_STEP_S = { first: 1 / 30, later: 1 / 4 } as const
const QUICKNESS = 6
const THERE = 0.0015

/**
 * Moves one number of a group to its goal, asking for frames only on the way; at once where motion is unwanted.
 *
 * @param goal metres or radians, as `write` takes them
 * @param write puts the number into the group; it must not change between renders
 */
export function useGlide(goal: number, write: (group: Group, value: number) => void): RefObject<Group | null> {
  const group = useRef<Group>(null)
  const value = useRef(goal)
  const moving = useRef(false)
  const invalidate = useThree((three) => three.invalidate)
  const { jumps } = useLook()
  useLayoutEffect(() => {
    if (!group.current) return
    write(group.current, value.current)
    standsStill(group.current)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new goal needs a frame to set out
  useEffect(() => invalidate(), [goal, invalidate])
  useFrame((three, delta) => {
    if (!group.current || value.current === goal) return
    const next = MathUtils.damp(
      value.current,
      goal,
      QUICKNESS,
      Math.min(delta, moving.current ? LONGEST_STEP_S.later : LONGEST_STEP_S.first),
    )
    value.current = jumps || Math.abs(next - goal) < THERE ? goal : next
    moving.current = value.current !== goal
    write(group.current, value.current)
    standsStill(group.current)
    if (three.gl.shadowMap.enabled) three.gl.shadowMap.needsUpdate = true
    three.invalidate()
  })
  return group
}
