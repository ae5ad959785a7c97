import type { Verified, Witness } from '#core/verifier'
import { boundsText } from './verify-report.ts'

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: unknown): string => String(text).replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #8886}
code,ol{font-family:ui-monospace,monospace;font-size:.9em}summary{cursor:pointer}.scroll{overflow-x:auto}`

/** A whole report as one file that needs nothing else: bounds, endings, findings, and the runs that show them. */
export function verifiedHtml(all: readonly Verified[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Scenario check</title><style>${STYLE}</style></head><body><main><h1>Scenario check</h1>${all.map(scenario).join('')}</main></body></html>\n`
}

function scenario({ id, version, stacks, findings, undecided }: Verified): string {
  const rows = stacks.map(
    ({ layers, states, transitions, bounded, frontier, runs, bounds, endings, choices, behaviours }) => `<tr>
<th scope="row">${safe(layers.join(', ') || 'no layer')}</th>
<td>${states}${bounded ? ` explored, frontier ${frontier}; ${runs} runs played` : ', all of them'}<br>${transitions} steps</td>
<td>${Object.entries(bounds)
      .map(
        ([discipline, bound]) =>
          `${safe(discipline)}: ${safe(boundsText(bound))}${run('worst', bound.minRun)}${run('best', bound.maxRun)}`,
      )
      .join('')}</td>
<td>${endings.map((ending) => run(`${ending.id}: ${ending.acts} acts`, ending.witness)).join('')}</td>
<td>${choices ?? '—'}</td>
<td>${Object.entries(behaviours)
      .map(([word, share]) => `${safe(word)} ${Math.round(share * 100)} %`)
      .join('<br>')}</td></tr>`,
  )
  const found = findings.map(
    ({ severity, code, file, line, column, message, hint, witness }) =>
      `<tr><td>${severity}</td><td><code>${code}</code></td><td><code>${safe(file)}:${line}:${column}</code></td>
<td>${safe(message)} ${safe(hint)}${run('the run', witness)}</td></tr>`,
  )
  return `<h2>${safe(id)} ${safe(version)}</h2>
<h3>Findings</h3>${
    found.length === 0
      ? '<p>None.</p>'
      : `<div class="scroll"><table><thead><tr><th>Severity</th><th>Code</th><th>Where</th><th>What</th></tr></thead><tbody>${found.join('')}</tbody></table></div>`
  }
${undecided.length === 0 ? '' : `<h3>Neither seen nor proved impossible</h3><ul>${undecided.map((key) => `<li>${safe(key)}</li>`).join('')}</ul>`}
<h3>Stacks</h3><div class="scroll"><table><thead><tr><th>Layers</th><th>States</th><th>Bounds</th><th>Endings</th><th>Acts to choose from in the middle state</th><th>Behaviour, share of states</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function run(name: string, witness: Witness | undefined): string {
  if (!witness) return ''
  const acts = witness.acts.map(
    ({ act, timeMs }) => `<li>${(timeMs / 1000).toFixed(1)} s ${safe(act.do)}${act.tone ? ` (${act.tone})` : ''}</li>`,
  )
  return `<details><summary>${safe(name)}</summary><p>variation: ${safe(witness.setup.variation)}</p><ol>${acts.join('')}</ol></details>`
}
