import { describe, expect, it } from 'vitest'
import { parseScenario } from '#core/scenario'
import { tinyPack, tinyWith } from '../fixtures/tiny-pack.ts'

const own = tinyPack['tiny/text/en.yaml'] ?? ''
const shared = Object.fromEntries(
  Object.entries(tinyPack).flatMap(([path, text]) =>
    /^(personas|places|rules)\/text\/en\.yaml$/.test(path) ? [[path.replace('en.yaml', 'et.yaml'), text]] : [],
  ),
)

describe('the languages of a scenario', () => {
  it('are those it has a file of its own in: what it shares may be translated before it', () => {
    const parsed = parseScenario(tinyWith(shared), 'tiny')
    expect(parsed.ok && Object.keys(parsed.value.text)).toEqual(['en'])
  })

  it('are complete, or each missing text is named with its language', () => {
    const whole = parseScenario(tinyWith({ ...shared, 'tiny/text/et.yaml': own }), 'tiny')
    expect(whole.ok && Object.keys(whole.value.text).sort()).toEqual(['en', 'et'])
    const lacking = parseScenario(tinyWith({ ...shared, 'tiny/text/et.yaml': own.replace(/^title:.*\n/m, '') }), 'tiny')
    expect(lacking.ok ? [] : lacking.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['E012', 'There is no et text for "title".'],
    ])
  })
})
