export { OtherSidePage } from './other-side-page.tsx'
