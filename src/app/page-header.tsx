import { Link, useLocation } from '@tanstack/react-router'
import { useText } from '#ui'
import { SettingsButton } from './settings-button.tsx'

/** Head of the pages one reads: the way home, and the settings. */
export function PageHeader() {
  const text = useText()
  const isHome = useLocation({ select: ({ pathname }) => pathname === '/' })
  return (
    <header className="page-header row">
      {!isHome && <Link to="/">{text('app.home')}</Link>}
      <Link to="/programme">{text('programme.title')}</Link>
      <SettingsButton />
    </header>
  )
}
