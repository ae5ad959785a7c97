import { sessionAt } from '#core/session'
import { type Command, wholeNumber } from './command.ts'
import { badFile, UsageError } from './problem.ts'
import { openStored } from './session-file.ts'
import { formatHeader, formatSnapshot, formatTime, wordsOf } from './words.ts'

export const replayCommand: Command = {
  name: 'replay',
  summary: 'Shows one moment of a session, exactly as it was.',
  usage: 'SESSION --at MS',
  operands: { min: 1, max: 1 },
  options: { at: { type: 'string', value: 'MS', meaning: 'session time in milliseconds, or "end"' } },
  examples: [
    ['replay model.simcell --at 12000', 'twelve seconds in'],
    ['replay model.simcell --at end --json', 'the last snapshot, for a program'],
  ],
  run: (input) => {
    const path = input.operands[0] ?? ''
    const atEnd = input.text('at') === 'end'
    const wanted = atEnd ? undefined : wholeNumber(input, 'at')
    if (wanted === undefined && !atEnd) throw new UsageError('--at is needed: milliseconds from the start, or "end".')
    const { replay, scenario } = openStored(path)
    const atMs = wanted ?? replay.endMs
    if (atMs > replay.endMs)
      throw badFile(
        path,
        `The session has no moment ${atMs} ms.`,
        `It lasts until ${replay.endMs} ms (${formatTime(replay.endMs)}).`,
      )
    // What was possible then belongs to the moment; the acts themselves are not done again.
    const { snapshot } = sessionAt(replay, atMs)
    const { header, endMs } = replay
    return {
      ok: true,
      json: { ok: true, header, atMs, endMs, snapshot: { ...snapshot, ending: snapshot.ending ?? null } },
      text: [formatHeader(header), formatSnapshot(snapshot, wordsOf(scenario, header.locale, snapshot))].join('\n'),
    }
  },
}
