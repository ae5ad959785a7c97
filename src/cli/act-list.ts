import { z } from 'zod'
import { FILE_SCHEMAS, readSource, type Walkthrough } from '#core/scenario'
import { readText } from './pack-folder.ts'
import { BadInput, type Problem } from './problem.ts'

/** What one can do on the command line: acts, tones and waits, as in a walkthrough. */
export type Step = Walkthrough['steps'][number]

/** Acts read from a file, and the way from a step back to its line. */
export type ActList = {
  readonly steps: readonly Step[]
  /** what a walkthrough says of its session; empty for a plain list */
  readonly setup: Pick<Walkthrough, 'stack' | 'variation' | 'personas'> | undefined
  readonly placeOf: (step: number) => Pick<Problem, 'file' | 'line' | 'column' | 'field'>
}

const MAX_STEPS = 5000
const List = z.array(FILE_SCHEMAS.walkthrough.shape.steps.element).min(1).max(MAX_STEPS)
const CURE = 'Write { do: unlock:door }, { do: say:greet, tone: calm } or { wait: 2 }.'

/** Reads a list of acts (YAML or JSON), or a walkthrough. @throws {BadInput} with every step that cannot be read */
export function readActList(path: string): ActList {
  const { source, problems } = readSource(path, readText(path))
  if (problems.length > 0) throw new BadInput(problems)
  const { data } = source
  const isList = Array.isArray(data)
  const result = (isList ? List : FILE_SCHEMAS.walkthrough).safeParse(data)
  if (!result.success)
    throw new BadInput(
      result.error.issues.map(({ path: field, message }) =>
        source.diagnose('E007', field, field.length > 0 ? said(message) : 'This is no list of acts.', CURE),
      ),
    )
  const value = result.data
  const at = (step: number) => (isList ? [step] : ['steps', step])
  return {
    steps: 'steps' in value ? value.steps : value,
    setup: 'steps' in value ? value : undefined,
    placeOf: (step) => {
      const { file, line, column, field } = source.diagnose('E021', at(step), '', '')
      return { file, line, column, field }
    },
  }
}

/** What is wrong with a step: a union's own message says nothing. */
const said = (message: string): string => (message === 'Invalid input' ? 'This is no step.' : `${message}.`)
