import { useThree } from '@react-three/fiber'
import { useEffect } from 'react'

/** Asks for one frame whenever `value` changes; frames are drawn on demand. */
export function useRedrawOn(value: unknown): void {
  const invalidate = useThree((three) => three.invalidate)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value is what the redraw follows
  useEffect(() => invalidate(), [invalidate, value])
}
