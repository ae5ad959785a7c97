import { useState } from 'react'
import type { Quality } from '#cell'
import { useReducedMotion, useSettings } from '#player'

/**
 * The detail and movement a 3D view is to have; spread over its props. `auto` begins in the middle and then follows the
 * measurement.
 *
 * @param asked what the address asks for, over the settings
 */
export function useQuality(asked: Quality | undefined) {
  const set = useSettings((settings) => settings.quality)
  const reducedMotion = useReducedMotion()
  const [measured, setMeasured] = useState<Quality>()
  const wanted = asked ?? set
  return {
    quality: wanted === 'auto' ? (measured ?? 'medium') : wanted,
    reducedMotion,
    onMeasured: wanted === 'auto' && !measured ? setMeasured : undefined,
  }
}
