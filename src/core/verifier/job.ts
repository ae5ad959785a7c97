import { type Discipline, type PackFiles, parseScenario } from '#core/scenario'
import { type Verified, verify } from './verify.ts'

/** What is sent to a thread or a worker: a scenario's files, and how much work it may be. */
export type CheckJob = {
  readonly id: string
  readonly files: PackFiles
  readonly wanted: {
    readonly states: number
    readonly runs: number
    readonly allStacks: boolean
    /** check the scenario as if it had these layers alone; all of them unless given */
    readonly layers?: readonly Discipline[]
  }
}
/** What comes back: how far it is, again and again, and at last what was found. */
export type CheckAnswer =
  /** a stack begins, or so many states of it were visited */
  | { readonly kind: 'progress'; readonly layers?: readonly Discipline[]; readonly states?: number }
  | { readonly kind: 'done'; readonly verified: Verified }
  | { readonly kind: 'failed'; readonly message: string }

/** Does one job and tells of it; nothing is thrown, for nobody would hear it. */
export function answerJob({ id, files, wanted }: CheckJob, tell: (answer: CheckAnswer) => void): void {
  try {
    const parsed = parseScenario(files, id)
    if (!parsed.ok) throw new Error(`"${id}" cannot be read.`)
    const verified = verify(parsed.value, {
      ...wanted,
      onStack: (layers) => tell({ kind: 'progress', layers }),
      goesOn: (states) => {
        tell({ kind: 'progress', states })
        return true
      },
    })
    tell({ kind: 'done', verified })
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}
