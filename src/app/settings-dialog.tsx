import { type ReactNode, useId } from 'react'
import { type Settings, useSettings, useSettingsStore } from '#player'
import { Dialog, useFormat, useText } from '#ui'
import { AssessorSettings } from './assessor-settings.tsx'
import { OFFERED, useLanguage } from './languages.ts'

/** Everything a person sets for this machine; each change holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const language = useLanguage()
  const settings = useSettings((all) => all)
  const store = useSettingsStore()
  const set = (part: Partial<Settings>) => store.setState(part)
  return (
    <Dialog title={text('settings.title')} onClose={onClose}>
      {OFFERED.length > 1 && (
        <Pick
          label={text('settings.language')}
          hint={text('settings.language-hint')}
          value={language}
          options={OFFERED}
          wordsOf={(option) => text(`settings.languages.${option}`)}
          onChange={(chosen) => set({ language: chosen })}
        />
      )}
      <Part title={text('settings.picture')}>
        <Pick
          label={text('settings.quality')}
          hint={text('settings.quality-hint')}
          value={settings.quality}
          options={['auto', 'low', 'medium', 'high']}
          wordsOf={(option) => text(`settings.qualities.${option}`)}
          onChange={(quality) => set({ quality })}
        />
        <Pick
          label={text('settings.motion')}
          hint={text('settings.motion-hint')}
          value={settings.motion}
          options={['system', 'reduced', 'full']}
          wordsOf={(option) => text(`settings.motions.${option}`)}
          onChange={(motion) => set({ motion })}
        />
        <Pick
          label={text('settings.field-of-view')}
          hint={text('settings.field-of-view-hint')}
          value={settings.fieldOfView}
          options={['auto', '55', '75', '85']}
          wordsOf={(option) =>
            text(option === 'auto' ? 'settings.field-of-view-auto' : 'settings.degrees', { n: option })
          }
          onChange={(fieldOfView) => set({ fieldOfView })}
        />
        <Switch
          label={text('settings.vignette')}
          hint={text('settings.vignette-hint')}
          isOn={settings.vignette}
          onChange={(vignette) => set({ vignette })}
        />
        <Switch
          label={text('settings.snap-turn')}
          hint={text('settings.snap-turn-hint')}
          isOn={settings.snapTurn}
          onChange={(snapTurn) => set({ snapTurn })}
        />
      </Part>
      <Part title={text('settings.gamepad')}>
        <p className="small">{text('settings.gamepad-hint')}</p>
      </Part>
      <Part title={text('settings.sound')}>
        <Volume label={text('settings.volume')} value={settings.volume} onChange={(volume) => set({ volume })} />
        {GROUPS.map((group) => (
          <Volume
            key={group}
            label={text(`settings.volumes.${group}`)}
            value={settings[group]}
            onChange={(share) => set({ [group]: share })}
          />
        ))}
        <Switch label={text('settings.muted')} isOn={settings.muted} onChange={(muted) => set({ muted })} />
        <Switch
          label={text('settings.voices')}
          hint={text('settings.voices-hint')}
          isOn={settings.voices}
          onChange={(voices) => set({ voices })}
        />
        <Switch
          label={text('settings.captions')}
          hint={text('settings.captions-hint')}
          isOn={settings.captions}
          onChange={(captions) => set({ captions })}
        />
      </Part>
      <Part title={text('assessment.title')}>
        <AssessorSettings />
      </Part>
      <p className="small">{text(store.isKept() ? 'settings.kept' : 'settings.not-kept')}</p>
    </Dialog>
  )
}

/** Sounds that are turned up and down together, besides the volume of all. */
const GROUPS = ['effects', 'speech', 'room'] as const

function Volume({
  label,
  value,
  onChange,
}: {
  readonly label: string
  /** 0–1 */ readonly value: number
  readonly onChange: (share: number) => void
}) {
  const { percent } = useFormat()
  const hundredths = Math.round(value * 100)
  return (
    <label className="stack">
      <span>
        {label} <small>{percent(hundredths)}</small>
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={hundredths}
        aria-valuetext={percent(hundredths)}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
      />
    </label>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="part stack">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

type PickProps<Option extends string> = {
  readonly label: string
  readonly hint: string
  readonly value: Option
  readonly options: readonly Option[]
  readonly wordsOf: (option: Option) => string
  readonly onChange: (option: Option) => void
}
function Pick<Option extends string>({ label, hint, value, options, wordsOf, onChange }: PickProps<Option>) {
  const id = useId()
  return (
    <div className="stack tight">
      <label className="setting">
        <span>{label}</span>
        <select
          value={value}
          aria-describedby={id}
          onChange={(event) => {
            const chosen = options.find((option) => option === event.target.value)
            if (chosen) onChange(chosen)
          }}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {wordsOf(option)}
            </option>
          ))}
        </select>
      </label>
      <small id={id}>{hint}</small>
    </div>
  )
}

type SwitchProps = {
  readonly label: string
  readonly hint?: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}
function Switch({ label, hint, isOn, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="stack tight">
      <label className="setting">
        <span>{label}</span>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={hint && id}
          onChange={(event) => onChange(event.target.checked)}
        />
      </label>
      {hint && <small id={id}>{hint}</small>}
    </div>
  )
}
