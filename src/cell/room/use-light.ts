import { useEffect, useState } from 'react'
import type { Place } from '#core/scenario'
import { bakeLight } from './light-bake.ts'
import { type BakedLight, decodeLight, fingerprintOf } from './light-file.ts'
import type { StaticMesh } from './room-geometry.ts'

/** Longest piece of baking between two frames, ms. */
const SLICE_MS = 12

/** The light of a place: from its file when that fits, else baked here little by little, if wanted. */
export function useLight(place: Place, meshes: readonly StaticMesh[], bakes: boolean): BakedLight | undefined {
  const [light, setLight] = useState<BakedLight>()
  useEffect(() => {
    const stop = new AbortController()
    const settle = (baked: BakedLight) => {
      if (!stop.signal.aborted) setLight(baked)
    }
    void fetchLight(place.id, stop.signal).then((baked) => {
      if (stop.signal.aborted) return
      if (baked?.fingerprint === fingerprintOf(meshes)) settle(baked)
      else if (bakes) bakeInSlices(place, meshes, stop.signal, settle)
    })
    return () => stop.abort()
  }, [place, meshes, bakes])
  return light
}

/** A place without a file is not an error: one that is being written has none yet. */
async function fetchLight(id: string, signal: AbortSignal): Promise<BakedLight | undefined> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}places/${id}.light`, { signal })
    return answer.ok ? decodeLight(new Uint8Array(await answer.arrayBuffer())) : undefined
  } catch {
    return undefined
  }
}

function bakeInSlices(
  place: Place,
  meshes: readonly StaticMesh[],
  signal: AbortSignal,
  done: (light: BakedLight) => void,
): void {
  const steps = bakeLight(place, meshes)
  const slice = () => {
    const until = performance.now() + SLICE_MS
    while (!signal.aborted && performance.now() < until) {
      const step = steps.next()
      if (step.done) return done(step.value)
    }
    if (!signal.aborted) setTimeout(slice)
  }
  setTimeout(slice)
}
