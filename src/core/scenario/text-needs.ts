import type { Effects } from './clause-schema.ts'
import type { PhraseData } from './phrase-schema.ts'
import { isOfBook, OWN_WORDS } from './phrases.ts'
import type { Place } from './place-schema.ts'
import type { TextNeed } from './scenario.ts'
import type { Criterion, LayerData, Line, Persona, RegionState, ScenarioData } from './schema.ts'
import { STOPPED } from './variables.ts'
import { SAFE_JOB_ANALYSIS } from './vocabulary.ts'

type Need = (key: string, ...field: PropertyKey[]) => void

/** Part of the texts that says how a deed looks to the focus. */
export const DEEDS_SEEN = 'deeds-seen'

/** Text keys of the scenario's own file: its title, lines, replies, beats, endings, variations. */
export function textNeedsOfScenario(data: ScenarioData, file: string): readonly TextNeed[] {
  const needs: TextNeed[] = []
  const need: Need = (key, ...field) => needs.push({ key, file, field })
  for (const key of ['title', 'summary', 'situation', 'task']) need(key, 'id')
  for (let step = 1; step <= data.briefing.steps; step++) need(`briefing.steps.${step}`, 'briefing', 'steps')
  contentNeeds(data, '', need)
  for (const part of ['title', 'text']) need(`endings.${STOPPED}.${part}`, 'plot')
  if (data['safe-job-analysis'])
    for (const part of SAFE_JOB_ANALYSIS) need(`safe-job-analysis.${part}`, 'safe-job-analysis')
  needs.push(...seenNeeds(data, '', file))
  stateNeeds(data.plot, ['plot'], '', need)
  for (const [id, beat] of Object.entries(data.plot.beats)) {
    need(`beats.${id}`, 'plot', 'beats', id)
    if (beat.ending)
      for (const part of ['title', 'text']) need(`endings.${beat.ending}.${part}`, 'plot', 'beats', id, 'ending')
    stateNeeds(beat, ['plot', 'beats', id], '', need)
  }
  for (const [index, variation] of (data.variations ?? []).entries())
    for (const part of ['title', 'text']) need(`variations.${variation.id}.${part}`, 'variations', index, 'id')
  return needs
}

/** Text keys of one layer; all begin with the discipline's name. */
export function textNeedsOfLayer(data: LayerData, file: string): readonly TextNeed[] {
  const needs: TextNeed[] = []
  const need: Need = (key, ...field) => needs.push({ key, file, field })
  const prefix = `${data.discipline}.`
  contentNeeds(data, prefix, need)
  needs.push(...seenNeeds(data, prefix, file))
  for (const [index, criterion] of data.criteria.entries())
    for (const part of partsOf(criterion)) need(`${prefix}criteria.${criterion.id}.${part}`, 'criteria', index, 'id')
  for (const [index, hint] of (data.hints ?? []).entries()) need(`${prefix}hints.${hint.id}`, 'hints', index, 'id')
  for (const [id, region] of Object.entries(data.regions ?? {}))
    for (const [state, body] of Object.entries(region.states))
      stateNeeds(body, ['regions', id, 'states', state], prefix, need)
  return needs
}

export function textNeedsOfPersona(data: Persona, file: string): readonly TextNeed[] {
  const needs: TextNeed[] = ['name', 'role', 'history'].map((part) => ({
    key: `personas.${data.id}.${part}`,
    file,
    field: ['id'],
  }))
  for (const [behaviour, answers] of Object.entries(data.repertoire))
    for (const [act, keys] of Object.entries(answers ?? {}))
      for (const [index, key] of (keys ?? []).entries())
        needs.push({ key: `personas.${data.id}.replies.${key}`, file, field: ['repertoire', behaviour, act, index] })
  return needs
}

export function textNeedsOfPlace(data: Place, file: string): readonly TextNeed[] {
  const parts = { rooms: data.rooms, stations: data.stations, props: data.props, positions: data.positions }
  const named = Object.entries(parts).flatMap(([part, list]) =>
    list.map(({ id }, index) => ({ key: `places.${data.id}.${part}.${id}`, file, field: [part, index, 'id'] })),
  )
  return [{ key: `places.${data.id}.name`, file, field: ['id'] }, ...named]
}

/** The uses of a part of the phrase book have names. */
export function textNeedsOfPhrases(data: PhraseData, file: string): readonly TextNeed[] {
  return [
    { key: OWN_WORDS, file, field: ['phrases'] },
    ...data.phrases.map(({ use }, n) => ({ key: `phrase-uses.${use}`, file, field: ['phrases', n, 'use'] })),
  ]
}

/** Which outcomes of a criterion can occur, hence need a text. */
export function partsOf(criterion: Criterion): readonly string[] {
  const worst = criterion.kind === 'never' || criterion.kind === 'always' ? 'violated' : 'missed'
  const partly = criterion.kind === 'order' || Object.keys(criterion).some((key) => key.startsWith('partly'))
  return ['title', 'met', worst, ...(partly ? ['partly'] : [])]
}

function contentNeeds(data: ScenarioData | LayerData, prefix: string, need: Need): void {
  for (const [index, topic] of (data.topics ?? []).entries()) need(`${prefix}topics.${topic}`, 'topics', index)
  for (const part of ['lines', 'deeds'] as const)
    for (const [index, item] of (data[part] ?? []).entries()) {
      if (!('on' in item) && 'to' in item && isOfBook(item)) continue
      need(`${prefix}${part}.${item.id}`, part, index, 'id')
      answerNeeds(item, [part, index], prefix, need)
      if ('unheard' in item && item.unheard) answerNeeds(item.unheard, [part, index, 'unheard'], prefix, need)
    }
  for (const [index, use] of (data.phrases ?? []).entries()) {
    answerNeeds(use, ['phrases', index], prefix, need)
    if (use.unheard) answerNeeds(use.unheard, ['phrases', index, 'unheard'], prefix, need)
  }
  for (const [index, inject] of (data.injects ?? []).entries()) {
    need(`${prefix}injects.${inject.id}`, 'injects', index, 'id')
    effectNeeds(inject.effects, ['injects', index, 'effects'], prefix, need)
  }
}

/** How deeds look to the focus. Nobody has to word it: a session kept with an older pack of its own must open for ever. */
function seenNeeds(
  { deeds }: Pick<ScenarioData | LayerData, 'deeds'>,
  prefix: string,
  file: string,
): readonly TextNeed[] {
  return (deeds ?? []).map(({ id }, index) => ({
    key: `${prefix}${DEEDS_SEEN}.${id}`,
    file,
    field: ['deeds', index, 'id'],
    isOptional: true,
  }))
}

function answerNeeds(
  { effects, replies }: Pick<Line, 'effects' | 'replies'>,
  path: readonly PropertyKey[],
  prefix: string,
  need: Need,
): void {
  for (const [n, reply] of (replies ?? []).entries())
    need(`${prefix}replies.${reply.text}`, ...path, 'replies', n, 'text')
  for (const [n, one] of [effects ?? []].flat().entries())
    effectNeeds(one, [...path, 'effects', ...(Array.isArray(effects) ? [n] : [])], prefix, need)
}

function stateNeeds(
  state: Pick<RegionState, 'on' | 'after' | 'always'>,
  path: readonly PropertyKey[],
  prefix: string,
  need: Need,
): void {
  for (const part of ['on', 'after', 'always'] as const)
    for (const [index, transition] of (state[part] ?? []).entries())
      effectNeeds(transition.effects, [...path, part, index, 'effects'], prefix, need)
}

function effectNeeds(effects: Effects | undefined, path: readonly PropertyKey[], prefix: string, need: Need): void {
  for (const [index, says] of (effects?.says ?? []).entries())
    need(`${prefix}replies.${says.text}`, ...path, 'says', index, 'text')
}
