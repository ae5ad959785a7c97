export { DebriefPage } from './debrief-page.tsx'
export { OfficerReport } from './officer-report.tsx'
