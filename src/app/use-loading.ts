import { useEffect, useState } from 'react'

/** A value that takes time: not there yet, there, or failed with a reason. */
export type Loading<Value> = { readonly value?: Value; readonly failed?: unknown }

/** Loads once for a key; a later key starts afresh. `load` must not change between renders of one key. */
export function useLoading<Value>(key: string, load: () => Promise<Value>): Loading<Value> {
  const [state, setState] = useState<Loading<Value>>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is loaded
  useEffect(() => {
    let current = true
    setState({})
    load().then(
      (value) => current && setState({ value }),
      (reason: unknown) => current && setState({ failed: reason ?? 'unknown' }),
    )
    return () => {
      current = false
    }
  }, [key])
  return state
}
