// Finds a system Chromium, or installs Debian's where that is possible. Playwright's own download is never used.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const DEBIAN = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']
const ADVICE = `Install Chromium or Chrome (Debian, Ubuntu: apt-get ${DEBIAN.join(' ')}), or set CHROMIUM_PATH to its program.`

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

/** Path of a Chromium on this machine, or undefined. */
export function findChromium() {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : undefined
  for (const name of NAMES) {
    const found = onPath(name)
    if (found) return found
  }
  return FIXED.find((path) => existsSync(path))
}

/** Path of a Chromium; installs one with apt-get when there is none and it may. Throws with what to do. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH names no program: ${process.env.CHROMIUM_PATH}.`)
  if (process.getuid?.() !== 0 || !onPath('apt-get')) throw new Error(`No Chromium was found. ${ADVICE}`)
  console.log('No Chromium was found: installing Debian’s with apt-get …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], DEBIAN]) spawnSync('apt-get', args, { stdio: 'inherit', env })
  const installed = findChromium()
  if (!installed) throw new Error(`apt-get did not install a Chromium. ${ADVICE}`)
  return installed
}

/**
 * What a browser without a screen does for nothing. The address bar's suggestions are two pages of their own in every new
 * window: a second of processor time for each test. The rest is what Playwright switches off, whose own list the last
 * `--disable-features` replaces.
 */
const UNUSED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
  'AimEnabled',
  'AudioServiceOutOfProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'Translate',
]

/** Flags for a headless Chromium with software WebGL and no background traffic. */
export const CHROMIUM_FLAGS = [
  `--disable-features=${UNUSED_FEATURES.join(',')}`,
  // Debian's Chromium asks for it; by software it takes twice as long as painting without.
  '--disable-gpu-rasterization',
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
