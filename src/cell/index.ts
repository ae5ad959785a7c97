export { Cell } from './cell.tsx'
export { MomentCell } from './moment-cell.tsx'
export { PlaceCanvas } from './place-canvas.tsx'
export type { Quality } from './quality.ts'
