export { Button } from 'react-aria-components/Button'
export { DisciplineMark } from './discipline-mark.tsx'
export { prepareText, type Text, useText } from './text.ts'
export { clockTime } from './time.ts'
