export { DebriefPage } from './debrief-page.tsx'
