import { type FormEvent, useEffect, useState } from 'react'
import { Button, useText } from '#ui'

/** The key and the phrase come with the storage, which the settings else do without. */
const services = () => import('./assessing.ts')

/** For the assessor: what this device is called in its seals, and the phrase that releases results on it. */
export function AssessorSettings() {
  const text = useText()
  const [device, setDevice] = useState<string>()
  const [isSet, setSet] = useState<boolean>()
  const [old, setOld] = useState('')
  const [phrase, setPhrase] = useState('')
  const [said, setSaid] = useState('')
  useEffect(() => {
    let left = false
    void services().then(async ({ ownDevice, hasReleasePhrase }) => {
      const has = await hasReleasePhrase()
      if (!left) setSet(has)
      const name = await ownDevice().catch(() => undefined)
      if (!left) setDevice(name ?? '')
    })
    return () => {
      left = true
    }
  }, [])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSaid(text('app.loading'))
    const { setReleasePhrase } = await services()
    try {
      const isDone = await setReleasePhrase(phrase, old)
      setSaid(text(isDone ? 'assessment.phrase-set' : 'assessment.wrong-phrase'))
      if (!isDone) return
      setSet(true)
      setPhrase('')
      setOld('')
    } catch (reason) {
      setSaid(reason instanceof Error ? reason.message : String(reason))
    }
  }
  if (device === undefined || isSet === undefined) return null
  if (device === '') return <p className="small">{text('assessment.no-seal-here')}</p>
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <p className="small">{text('assessment.this-device', { device })}</p>
      <p className="small">{text(isSet ? 'assessment.phrase-is-set' : 'assessment.phrase-hint')}</p>
      {isSet && <Secret label={text('assessment.phrase-old')} value={old} onChange={setOld} />}
      <Secret label={text('assessment.phrase-new')} value={phrase} onChange={setPhrase} />
      <p role="status" className="small">
        {said}
      </p>
      <div>
        <Button type="submit" isDisabled={phrase === ''}>
          {text('assessment.phrase-save')}
        </Button>
      </div>
    </form>
  )
}

function Secret({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <label className="stack tight">
      {label}
      <input type="password" autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}
