import { check } from './check.ts'
import { play } from './play.ts'
import { replay, score } from './score.ts'
import { schema } from './schema.ts'
import { UsageError } from './usage.ts'

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => number>> = { check, play, score, replay, schema }

const HELP = `simcell: scenarios and sessions on the command line

  simcell check PATH…                          read scenarios, report everything that is wrong
  simcell play SCENARIO --stack all --acts FILE --out SESSION
                                               play the acts of a file and write the session
  simcell score SESSION                        verdicts and scores of a session
  simcell replay SESSION --at MS               what could be seen at a moment
  simcell schema [KIND]                        JSON Schema of a kind of pack file

  Every command takes --json. Exit codes: 0 good, 1 findings or bad input, 2 wrong usage.
  Example: simcell check scenarios
  Example: simcell play scenarios/cell-entry --acts scenarios/cell-entry/walkthroughs/model.yaml --out /tmp/a.jsonl`

/** Runs one command; the exit code. Never a stack trace for what a user did. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(HELP)
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS[name]
  try {
    if (!command) throw new UsageError(`There is no command "${name}".`)
    return command(rest)
  } catch (error) {
    if (error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) {
      console.error(`simcell: ${error.message}\n\n${HELP}`)
      return 2
    }
    if (!(error instanceof Error)) throw error
    console.error(`simcell: ${error.message}`)
    return 1
  }
}
