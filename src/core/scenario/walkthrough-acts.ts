import { type Diagnostic, oneOf } from './diagnostic.ts'
import { actId, ownedId } from './ids.ts'
import type { Place } from './place-schema.ts'
import type { LayerData, ScenarioData, Walkthrough } from './schema.ts'
import type { SourceFile } from './source-map.ts'
import { PROP_KINDS, STANCES } from './vocabulary.ts'

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
  return walkthrough.steps.flatMap((step, n) =>
    'do' in step && !acts.has(step.do)
      ? source.diagnose('E021', ['steps', n, 'do'], `There is no act "${step.do}".`, oneOf(step.do, acts))
      : [],
  )
}
