// Makes every sound and writes public/sounds/*.ogg and *.mp3. Needs ffmpeg with libopus and libmp3lame:
//   npx tsx tools/sounds/build.ts
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RECIPES, renderSound, SOUND_NAMES } from './recipes.ts'
import { toWav } from './wav.ts'

const OUT = join(import.meta.dirname, '../../public/sounds')
const FINGERPRINTS = join(import.meta.dirname, 'fingerprints.json')

/** Encoder and container of each file; `+bitexact` keeps dates, versions and random serials out of it. */
const codecs = (rate: string) =>
  ({
    ogg: ['-c:a', 'libopus', '-b:a', rate, '-application', 'audio', '-f', 'ogg'],
    mp3: ['-c:a', 'libmp3lame', '-b:a', rate, '-f', 'mp3'],
  }) as const
/** A blow needs its treble; what goes round all the while is dull and soft. */
const BITRATE = { once: '48k', loop: '32k' } as const

/** Encodes beside the target and renames, so that a broken build leaves no half file. */
function encode(wav: Uint8Array, target: string, codec: readonly string[]): Buffer {
  const draft = `${target}.tmp`
  const exact = ['-fflags', '+bitexact', '-flags:a', '+bitexact', '-map_metadata', '-1']
  try {
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'wav', '-i', 'pipe:0', ...codec, ...exact, draft], {
      input: wav,
    })
    renameSync(draft, target)
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(target)
}

mkdirSync(OUT, { recursive: true })
const fingerprints: Record<string, string> = {}
const fingerprint = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
let total = 0
for (const name of SOUND_NAMES) {
  const wav = toWav(renderSound(name))
  fingerprints[`${name}.wav`] = fingerprint(wav)
  const sizes = Object.entries(codecs(RECIPES[name].loop ? BITRATE.loop : BITRATE.once)).map(([kind, codec]) => {
    const bytes = encode(wav, join(OUT, `${name}.${kind}`), codec)
    fingerprints[`${name}.${kind}`] = fingerprint(bytes)
    return bytes.length
  })
  total += sizes.reduce((sum, size) => sum + size, 0)
  console.log(`${name.padEnd(14)} ${sizes.map((size) => `${(size / 1000).toFixed(1)} kB`).join('  ')}`)
}
writeFileSync(`${FINGERPRINTS}.tmp`, `${JSON.stringify(fingerprints, null, 2)}\n`)
renameSync(`${FINGERPRINTS}.tmp`, FINGERPRINTS)
console.log(`${(total / 1000).toFixed(1)} kB together`)
