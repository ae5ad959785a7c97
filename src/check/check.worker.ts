import { answerJob, type CheckJob } from '#core/verifier'

/** Checks scenarios beside the page, which stays usable and may end the worker at any moment. */
self.onmessage = ({ data }: MessageEvent<CheckJob>) => answerJob(data, (answer) => self.postMessage(answer))
