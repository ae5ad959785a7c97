import { type MessagePort, parentPort } from 'node:worker_threads'
import { parseScenario } from '#core/scenario'
import { verify } from '#core/verifier'
import type { CheckAnswer, CheckJob } from './check-jobs.ts'

/** Proves and plays one scenario after another, as they are sent. */
function serve(port: MessagePort): void {
  port.on('message', ({ id, files, wanted }: CheckJob) => {
    const answer = (message: CheckAnswer) => port.postMessage(message)
    try {
      const parsed = parseScenario(files, id)
      if (!parsed.ok) throw new Error(`"${id}" cannot be read.`)
      const told = (at: { readonly layers?: readonly string[]; readonly states?: number }) =>
        answer({ kind: 'progress', ...at })
      const verified = verify(parsed.value, {
        ...wanted,
        onStack: (layers) => told({ layers }),
        goesOn: (states) => {
          told({ states })
          return true
        },
      })
      answer({ kind: 'done', verified })
    } catch (error) {
      answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  })
}

if (parentPort) serve(parentPort)
