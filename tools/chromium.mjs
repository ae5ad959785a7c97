// Finds a system Chromium, or installs Debian's where that is possible. Playwright's own download is never used.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium on this machine, or undefined. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  for (const name of NAMES)
    for (const folder of (process.env.PATH ?? '').split(':'))
      if (folder && existsSync(`${folder}/${name}`)) return `${folder}/${name}`
  return FIXED.find((path) => existsSync(path))
}

/** Path of a Chromium; installs one with apt-get when there is none and it can. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  try {
    console.log('No Chromium found: installing Debian’s chromium …')
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
      stdio: 'inherit',
    })
  } catch {
    throw new Error(
      'No Chromium was found and it could not be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.',
    )
  }
  const installed = findChromium()
  if (!installed) throw new Error('Chromium was installed but is not on the PATH. Set CHROMIUM_PATH to its program.')
  return installed
}

/** Flags for a headless Chromium with software WebGL and no background traffic. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]
