export { Cell } from './cell.tsx'
export { MomentCell } from './moment-cell.tsx'
export type { Quality } from './quality.ts'
