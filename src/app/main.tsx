import '@fontsource/ibm-plex-sans/latin-400.css'
import '@fontsource/ibm-plex-sans/latin-600.css'
import '@fontsource/ibm-plex-sans/latin-ext-400.css'
import '@fontsource/ibm-plex-sans/cyrillic-400.css'
import '../ui/tokens.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createSettings, SettingsProvider } from '#player'
import { changeLanguage, prepareText } from '#ui'
import { offered } from './languages.ts'
import { router } from './routes.tsx'
import { localSettings, showMotion } from './settings-port.ts'

// Who has chosen no language begins in the browser's.
const settings = createSettings(localSettings, offered(...navigator.languages))
showMotion(settings.getState())
settings.subscribe(showMotion)
settings.subscribe(({ language }, before) => {
  if (language !== before.language) void changeLanguage(offered(language))
})
await prepareText(offered(settings.getState().language))
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <SettingsProvider store={settings}>
        <RouterProvider router={router} />
      </SettingsProvider>
    </StrictMode>,
  )
