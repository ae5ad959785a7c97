export { type Notes, TrainingPage } from './training-page.tsx'
