import { useCallback, useEffect, useRef, useState } from 'react'
import type { Discipline } from '#core/scenario'
import type { CheckAnswer, CheckJob, Verified } from '#core/verifier'

/** How far a running check is. */
export type Progress = {
  /** stacks that were begun */ readonly begun: number
  readonly layers: readonly Discipline[]
  /** states visited of this stack's worlds so far */ readonly states: number
  readonly perSecond: number
  /** there are too many states, and runs are played instead */ readonly isPlaying: boolean
  readonly seconds: number
}
export type Check =
  | { readonly is: 'idle' | 'cancelled' }
  | { readonly is: 'running'; readonly progress: Progress }
  | { readonly is: 'done'; readonly verified: Verified; readonly seconds: number }
  | { readonly is: 'failed'; readonly message: string }

const NOTHING: Progress = { begun: 0, layers: [], states: 0, perSecond: 0, isPlaying: false, seconds: 0 }
const TICK_MS = 500

/** One check at a time, in a worker of its own; leaving the page ends it. */
export function useCheck() {
  const [check, setCheck] = useState<Check>({ is: 'idle' })
  const stop = useRef(() => {})
  useEffect(() => () => stop.current(), [])
  const start = useCallback((job: CheckJob) => {
    stop.current()
    const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
    const beganMs = performance.now()
    let counted = { states: 0, sinceMs: beganMs }
    let progress = NOTHING
    const seconds = () => (performance.now() - beganMs) / 1000
    // The clock goes on between two messages, so that nobody takes a long search for a page that hangs.
    const clock = setInterval(() => {
      progress = { ...progress, seconds: seconds() }
      setCheck({ is: 'running', progress })
    }, TICK_MS)
    stop.current = () => {
      clearInterval(clock)
      worker.terminate()
      stop.current = () => {}
    }
    const fails = (message: string) => {
      stop.current()
      setCheck({ is: 'failed', message })
    }
    worker.onerror = ({ message }) => fails(message)
    worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.kind === 'failed') fails(data.message)
      else if (data.kind === 'done') {
        stop.current()
        setCheck({ is: 'done', verified: data.verified, seconds: seconds() })
      } else if (data.layers) {
        progress = {
          ...progress,
          begun: progress.begun + 1,
          layers: data.layers,
          states: 0,
          perSecond: 0,
          isPlaying: false,
        }
        counted = { states: 0, sinceMs: performance.now() }
      } else if (data.states === 0) progress = { ...progress, perSecond: 0, isPlaying: true }
      else if (data.states) {
        // Each search of a stack counts from nought again.
        if (data.states < counted.states) counted = { states: 0, sinceMs: performance.now() }
        counted = { ...counted, states: data.states }
        const tookS = (performance.now() - counted.sinceMs) / 1000
        progress = {
          ...progress,
          states: data.states,
          perSecond: tookS > 0 ? Math.round(data.states / tookS) : 0,
          isPlaying: false,
        }
      }
    }
    setCheck({ is: 'running', progress })
    worker.postMessage(job)
  }, [])
  const cancel = useCallback(() => {
    stop.current()
    setCheck({ is: 'cancelled' })
  }, [])
  return { check, start, cancel }
}
