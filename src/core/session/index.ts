export { canonical, chain, firstBroken, type Hash, link, packHashOf } from './chain.ts'
export { type Direction, type Heard, heardAt, lastingAt, type RoomSound } from './hearing.ts'
export { type Misfit, misfitOfRun, misfitsOfHeader } from './misfits.ts'
export { namesIn } from './names.ts'
export { decodePose, encodePose, type PoseSample, poseAt } from './pose.ts'
export { pick, shuffled } from './random.ts'
export { type LogProblem, type ReadLog, readLog, writeLog } from './read-log.ts'
export {
  type Act,
  type ActRecord,
  type ChainedRecord,
  type Header,
  LOG_VERSION,
  type LogRecord,
  MAX_TYPED,
  MODES,
  type Mode,
  type OutcomeRecord,
  SCORING_VERSION,
  setupOf,
} from './record.ts'
export { possibleOf, type Replay, type ReplayedStep, replayLog, sessionAt, snapshotAt } from './replay.ts'
export { specialReplyTo, textKey, type Utterance, utterancesOf } from './reply.ts'
export { roomsInSight } from './rooms.ts'
export { advance, begin, endingOf, type Happening, possibleAct, type Run, take, valuesOf } from './run.ts'
export { chartFor, openSession, pass, type Refusal, type Session, type SessionStep, step } from './session.ts'
export { type Affordance, type Character, hintFor, type NamedAct, namedAct, type Snapshot } from './snapshot.ts'
