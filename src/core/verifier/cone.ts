import { type Explored, explore, type Job } from './explore.ts'
import { NotKept, sliceOf } from './slice.ts'

/**
 * Visits the states of exactly that part of a world on which a question depends (its cone of influence). It begins with
 * the plot alone; whatever the search asks for and does not find, is kept from then on, and the search begins again.
 * What was never asked for cannot matter to the answer.
 */
export function exploreCone(job: Omit<Job, 'slice'>): Explored {
  const kept = new Set<number>()
  for (;;)
    try {
      return explore({ ...job, slice: sliceOf(job.tables, (index) => kept.has(index)) })
    } catch (reason) {
      if (!(reason instanceof NotKept)) throw reason
      kept.add(reason.variable)
    }
}
