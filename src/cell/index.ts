export { Cell } from './cell.tsx'
export type { Quality } from './quality.ts'
export { FiguresPage } from './viewer/figures-page.tsx'
