export { type CheckedScenario, CheckPage } from './check-page.tsx'
