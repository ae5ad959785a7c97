import { type Diagnostic, oneOf } from './diagnostic.ts'
import { actId, ownedId } from './ids.ts'
import type { Place } from './place-schema.ts'
import { PROP_KINDS } from './prop-kinds.ts'
import type { LayerData, ScenarioData, Walkthrough } from './schema.ts'
import type { SourceFile } from './source-map.ts'
import { STANCES } from './vocabulary.ts'

/** Ids of every act a scenario has with all its layers on; what a walkthrough may name. */
export function actIdsOf(data: ScenarioData, layers: readonly LayerData[], place: Place): ReadonlySet<string> {
  const content = [{ owner: undefined, part: data }, ...layers.map((part) => ({ owner: part.discipline, part }))]
  return new Set<string>([
    ...place.props.flatMap((prop) => Object.keys(PROP_KINDS[prop.kind].verbs).map((verb) => actId(verb, prop.id))),
    ...place.stations.map((station) => actId('go', station.id)),
    ...STANCES.map((stance) => actId('stance', stance)),
    ...content.flatMap(({ owner, part }) => (part.deeds ?? []).map((deed) => actId('do', ownedId(owner, deed.id)))),
    ...content.flatMap(({ owner, part }) => (part.lines ?? []).map((line) => actId('say', ownedId(owner, line.id)))),
    actId('stay', 'silent'),
    actId('end', 'session'),
  ])
}

/** Checks that every act a walkthrough does can be done in its scenario at all. */
export function checkWalkthrough(
  walkthrough: Walkthrough,
  source: SourceFile,
  acts: ReadonlySet<string>,
): readonly Diagnostic[] {
  return doingsOf(walkthrough).flatMap(({ act, path }) =>
    acts.has(act) ? [] : source.diagnose('E021', path, `There is no act "${act}".`, oneOf(act, acts)),
  )
}

type Doing = { readonly act: string; readonly path: readonly (string | number)[] }

/** Every act a walkthrough names, those of its branches too, and where it stands in the file. */
function doingsOf({ steps }: Walkthrough): readonly Doing[] {
  return steps.flatMap((step, n): readonly Doing[] => {
    if ('do' in step) return [{ act: step.do, path: ['steps', n, 'do'] }]
    if (!('by-his-answer' in step)) return []
    return Object.entries(step['by-his-answer']).flatMap(([answer, branch]) =>
      branch.flatMap((one, m): readonly Doing[] =>
        'do' in one ? [{ act: one.do, path: ['steps', n, 'by-his-answer', answer, m, 'do'] }] : [],
      ),
    )
  })
}
