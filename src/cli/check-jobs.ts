import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Scenario } from '#core/scenario'
import { type CheckAnswer, type CheckJob, type Verified, verify } from '#core/verifier'
import { type Progress, progressLine } from './progress.ts'

/** Memory for what is young, MB: tables are learned from many small things that die at once. */
const YOUNG_MB = 64

/**
 * Checks scenarios, as many at a time as there are processors. The answers come in the order of the jobs, and are the
 * same whatever the number of threads.
 *
 * @throws {Error} a check that failed: a fault of the verifier
 */
export async function runJobs(
  jobs: readonly { readonly scenario: Scenario; readonly wanted: CheckJob['wanted'] }[],
): Promise<readonly Verified[]> {
  const progress = process.stderr.isTTY ? progressLine(jobs.length, jobs[0]?.wanted.states ?? 0) : undefined
  try {
    if (jobs.length < 2)
      return jobs.map(({ scenario, wanted }) => {
        const told = progress?.(scenario.id)
        return verify(scenario, {
          ...wanted,
          ...(told && {
            onStack: (layers) => told({ layers }),
            goesOn: (states) => {
              told({ states })
              return true
            },
          }),
        })
      })
    return await inThreads(jobs, progress)
  } finally {
    if (progress) process.stderr.write('\r\u001b[K')
  }
}

async function inThreads(
  jobs: readonly { readonly scenario: Scenario; readonly wanted: CheckJob['wanted'] }[],
  progress: ReturnType<typeof progressLine> | undefined,
): Promise<readonly Verified[]> {
  const results = new Array<Verified>(jobs.length)
  // The largest first, so that no thread is left with it at the end.
  const sizeOf = (n: number) => Object.values(jobs[n]?.scenario.files ?? {}).reduce((sum, text) => sum + text.length, 0)
  const waiting = [...jobs.keys()].sort((a, b) => sizeOf(b) - sizeOf(a))
  const thread = async (): Promise<void> => {
    const worker = new Worker(new URL('../../bin/simcell-worker.mjs', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    try {
      for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
        const { scenario, wanted } = jobs[n] as (typeof jobs)[number]
        const told = progress?.(scenario.id)
        results[n] = await answered(worker, { id: scenario.id, files: scenario.files, wanted }, told)
      }
    } finally {
      await worker.terminate()
    }
  }
  const threads = Math.min(jobs.length, Math.max(1, availableParallelism()))
  await Promise.all(Array.from({ length: threads }, thread))
  return results
}

/** One job, from its sending to its answer. */
function answered(worker: Worker, job: CheckJob, told: ((at: Progress) => void) | undefined): Promise<Verified> {
  return new Promise((resolve, reject) => {
    // Its own listeners only: a worker keeps some by which it is held open.
    const settled = () => worker.off('error', failed).off('exit', ended).off('message', heard)
    const failed = (error: Error) => {
      settled()
      reject(error)
    }
    const ended = (code: number) => failed(new Error(`A thread of the check ended with ${code}.`))
    const heard = (answer: CheckAnswer) => {
      if (answer.kind === 'progress') told?.(answer)
      else if (answer.kind === 'failed') failed(new Error(`In "${job.id}": ${answer.message}`))
      else {
        settled()
        resolve(answer.verified)
      }
    }
    worker.on('error', failed).on('exit', ended).on('message', heard)
    worker.postMessage(job)
  })
}
