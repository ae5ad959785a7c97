export {
  type CurvePoint,
  type Debrief,
  type DisciplineDebrief,
  debriefOf,
  type ExplainedCriterion,
  type TurningPoint,
  type Unscored,
} from './debrief.ts'
export { type DisciplineScore, isTooLittle, percentOf, scoreDiscipline, type Weighted } from './discipline-score.ts'
export { type LogPosition, type Monitor, type MonitorState, monitorsFor } from './monitor.ts'
export { type Verdict, verdictsOf } from './verdict.ts'
export { type Expectation, expectationsOf, PACE_MS, walkthroughRecords } from './walkthrough.ts'
export { type Watch, watchOf } from './watch.ts'
