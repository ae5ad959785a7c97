import { lazy, Suspense, useState } from 'react'
import { Button, useText } from '#ui'

const SettingsDialog = lazy(async () => ({ default: (await import('./settings-dialog.tsx')).SettingsDialog }))

/** Opens the settings; stands in the header of every page. */
export function SettingsButton({ onToggled }: { readonly onToggled?: (isOpen: boolean) => void }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const toggle = (next: boolean) => {
    setOpen(next)
    onToggled?.(next)
  }
  return (
    <>
      <Button onPress={() => toggle(true)}>{text('settings.title')}</Button>
      {isOpen && (
        <Suspense fallback={null}>
          <SettingsDialog onClose={() => toggle(false)} />
        </Suspense>
      )}
    </>
  )
}
