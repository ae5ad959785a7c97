import { Link, useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Discipline } from '#core/scenario'
import type { Mode } from '#core/session'
import { Button, DisciplineMark, useText } from '#ui'
import { Choice } from './choice.tsx'
import { useLanguage } from './languages.ts'

/** Everything that can be chosen before a scenario begins. */
export function Setup({ entry, isSealing }: { readonly entry: ScenarioEntry; readonly isSealing: boolean }) {
  const text = useText()
  const locale = useLanguage()
  const navigate = useNavigate()
  const [stack, setStack] = useState<readonly Discipline[]>(entry.layers.slice(0, 1))
  const [mode, setMode] = useState<Mode>('guided')
  const [persona, setPersona] = useState(entry.personas[0]?.id ?? '')
  const [variation, setVariation] = useState('none')
  const [view, setView] = useState<'3d' | 'panels'>('3d')
  const modes: readonly Mode[] = isSealing ? ['guided', 'practice', 'assessment'] : ['guided', 'practice']
  const begin = async () => {
    // Storage and the core come after the first paint: the page itself needs neither.
    const { createSession } = await import('./compose.ts')
    const sessionId = await createSession({
      scenario: entry.id,
      stack,
      mode,
      personas: { [entry.focus]: persona },
      variation,
      locale,
    })
    await navigate({ to: '/play/$sessionId', params: { sessionId }, search: view === 'panels' ? { view } : {} })
  }
  const hintId = useId()
  const bePrisoner = () =>
    navigate({
      to: '/prisoner/$scenarioId',
      params: { scenarioId: entry.id },
      search: { seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 1, ...(view === 'panels' && { view }) },
    })
  const toggle = (layer: Discipline) =>
    setStack(entry.layers.filter((d) => (d === layer ? !stack.includes(d) : stack.includes(d))))
  return (
    <>
      <div role="group" aria-label={text('start.layers')} className="row">
        {entry.layers.map((layer) => (
          <Button key={layer} aria-pressed={stack.includes(layer)} onPress={() => toggle(layer)}>
            <DisciplineMark discipline={layer} />
          </Button>
        ))}
      </div>
      <p className="small start-hint">{text('start.layers-hint')}</p>
      <div className="columns setup-choices">
        <Choice
          label={text('start.mode')}
          value={mode}
          onChange={(value) => setMode(modes.find((one) => one === value) ?? 'guided')}
          options={modes.map((one) => [one, text(`start.${one}`)])}
        />
        {mode !== 'assessment' && (
          <>
            <Choice
              label={text('start.person')}
              value={persona}
              onChange={setPersona}
              options={entry.personas.map((p) => [p.id, p.name])}
            />
            <Choice
              label={text('start.variation')}
              value={variation}
              onChange={setVariation}
              options={[['none', text('start.none')], ...entry.variations.map((v) => [v.id, v.title] as const)]}
            />
          </>
        )}
        <Choice
          label={text('start.view')}
          value={view}
          onChange={(value) => setView(value === 'panels' ? 'panels' : '3d')}
          options={[
            ['3d', text('start.view-3d')],
            ['panels', text('start.view-panels')],
          ]}
        />
      </div>
      {mode === 'assessment' && <p className="notice">{text('assessment.what')}</p>}
      {!isSealing && <p className="small">{text('assessment.no-seal-here')}</p>}
      <p className="start-begin">
        <Button className="primary" onPress={() => void begin()}>
          {text('start.begin')}
        </Button>{' '}
        <Button onPress={() => void bePrisoner()} aria-describedby={hintId}>
          {text('other-side.play')}
        </Button>
      </p>
      <p className="start-hint">
        <small id={hintId}>{text('other-side.play-hint')}</small>
      </p>
      <p className="small">
        <Link to="/check" search={{ scenario: entry.id }}>
          {text('check.link')}
        </Link>
      </p>
    </>
  )
}
