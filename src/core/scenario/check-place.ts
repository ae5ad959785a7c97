import { type Diagnostic, oneOf } from './diagnostic.ts'
import type { Place } from './place-schema.ts'
import type { SourceFile } from './source-map.ts'

/** Checks that a place names only its own rooms, stations and props, each once. */
export function checkPlace(source: SourceFile, data: Place): readonly Diagnostic[] {
  const stations = data.stations.map((s) => s.id)
  const rooms = data.rooms.map((r) => r.id)
  const props = data.props.map((p) => p.id)
  const problems: Diagnostic[] = []
  const refer = (id: string, allowed: readonly string[], what: string, ...field: PropertyKey[]) => {
    if (!allowed.includes(id))
      problems.push(source.diagnose('E010', field, `There is no ${what} "${id}".`, oneOf(id, allowed)))
  }
  refer(data.exit, stations, 'station', 'exit')
  for (const [n, prop] of data.props.entries())
    for (const [m, station] of prop.reach.entries()) refer(station, stations, 'station', 'props', n, 'reach', m)
  for (const [n, { kind, number }] of data.props.entries())
    if (number !== undefined && kind !== 'cell-door')
      problems.push(
        source.diagnose(
          'E010',
          ['props', n, 'number'],
          `A ${kind} bears no number.`,
          'Give the number to a cell-door.',
        ),
      )
  for (const part of ['stations', 'positions'] as const)
    for (const [n, item] of data[part].entries()) refer(item.room, rooms, 'room', part, n, 'room')
  for (const [n, opening] of data.openings.entries()) {
    refer(opening.room, rooms, 'room', 'openings', n, 'room')
    if (opening.prop) refer(opening.prop, props, 'prop', 'openings', n, 'prop')
  }
  for (const [n, path] of data.paths.entries()) {
    for (const [m, station] of path.between.entries()) refer(station, stations, 'station', 'paths', n, 'between', m)
    if (path.through) refer(path.through, props, 'prop', 'paths', n, 'through')
  }
  for (const part of ['rooms', 'props', 'stations', 'positions'] as const) {
    const ids = data[part].map((item) => item.id)
    for (const [n, item] of ids.entries())
      if (ids.indexOf(item) !== n)
        problems.push(
          source.diagnose('E011', [part, n, 'id'], `There are two ${part} "${item}".`, 'Give one of them another id.'),
        )
  }
  return problems
}
