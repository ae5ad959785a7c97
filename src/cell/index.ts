export { Cell } from './cell.tsx'
export { FiguresPage } from './viewer/figures-page.tsx'
