import { parentPort } from 'node:worker_threads'
import { answerJob, type CheckJob } from '#core/verifier'

/** Proves and plays one scenario after another, as they are sent. */
parentPort?.on('message', (job: CheckJob) => answerJob(job, (answer) => parentPort?.postMessage(answer)))
