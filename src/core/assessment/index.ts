export { type Attempt, type DisciplineResult, resultsOf } from './attempt.ts'
export { type Drawn, drawSetup, isAsDrawn } from './draw.ts'
export {
  isPassed,
  masteryOf,
  nextStep,
  type Rung,
  type RungStanding,
  type RungState,
  rungsOf,
  standingIn,
} from './programme.ts'
