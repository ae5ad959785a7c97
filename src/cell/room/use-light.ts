import { useEffect, useMemo, useState } from 'react'
import type { Place, TimeOfDay } from '#core/scenario'
import { type Ambience, ambienceOf, meansOf } from './ambience.ts'
import type { Rgb } from './daylight.ts'
import { bakeLight } from './light-bake.ts'
import { type BakedLight, decodeLight, fingerprintOf } from './light-file.ts'
import { gainsOf, type PropStates } from './light-mix.ts'
import { buildRoom, type StaticMesh } from './room-geometry.ts'

/** Longest piece of baking between two frames, ms. */
const SLICE_MS = 12

/** All of a place that never moves, and the light of this hour in it. */
export type LitRoom = {
  readonly meshes: readonly StaticMesh[]
  /** `undefined` until it is there */ readonly light: BakedLight | undefined
  readonly gains: readonly (readonly Rgb[])[]
  /** for each room; empty until the light is there */ readonly ambiences: readonly Ambience[]
}

/**
 * Builds a place, fetches its light and mixes it for an hour and the states of switches and doors.
 *
 * @param bakes whether to bake the light here when there is no file that fits
 */
export function useLitRoom(place: Place, states: PropStates, time: TimeOfDay, bakes: boolean): LitRoom {
  const meshes = useMemo(() => buildRoom(place), [place])
  const light = useLight(place, meshes, bakes)
  const means = useMemo(() => (light ? meansOf(meshes, light) : []), [meshes, light])
  const gains = useMemo(() => gainsOf(place, states, time), [place, states, time])
  const ambiences = useMemo(() => means.map((mean, n) => ambienceOf(mean, gains[n])), [means, gains])
  return { meshes, light, gains, ambiences }
}

/** The light of a place: from its file when that fits, else baked here little by little, if wanted. */
function useLight(place: Place, meshes: readonly StaticMesh[], bakes: boolean): BakedLight | undefined {
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
