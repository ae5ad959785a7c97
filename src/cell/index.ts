export { Cell } from './cell.tsx'
export type { Quality } from './quality.ts'
