export { ActPanel } from './act-panel.tsx'
export { CaptionLine, Said } from './caption-line.tsx'
export { DialoguePanel } from './dialogue-panel.tsx'
export { SurroundingsPanel } from './surroundings-panel.tsx'
