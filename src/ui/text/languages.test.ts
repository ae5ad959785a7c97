import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import en from './en.json'
import et from './et.json'

type Words = { readonly [key: string]: string | Words }
const flat = (words: Words, path = ''): readonly (readonly [key: string, text: string])[] =>
  Object.entries(words).flatMap(([name, part]) =>
    typeof part === 'string' ? [[path + name, part] as const] : flat(part, `${path}${name}.`),
  )

/** What is filled in, with the kind of each: `n number`, and inside every choice of a plural or select. */
function argumentsOf(text: string, language: string): readonly string[] {
  const found: string[] = []
  const visit = (nodes: ReturnType<IntlMessageFormat['getAst']>) => {
    for (const node of nodes) {
      if (!('value' in node) || typeof node.value !== 'string' || node.type === 0) continue
      found.push(`${node.value} ${node.type}`)
      if ('options' in node) for (const option of Object.values(node.options)) visit(option.value)
    }
  }
  visit(new IntlMessageFormat(text, language).getAst())
  return [...new Set(found)].sort()
}

const english = flat(en)

describe.each([['et', et as Words]] as const)('the interface in %s', (language, words) => {
  const translated = new Map(flat(words))

  it('has exactly the keys of the English one, in its order', () => {
    expect([...translated.keys()]).toEqual(english.map(([key]) => key))
  })

  it('fills in what the English one fills in', () => {
    const wanted = english.map(([key, text]) => [key, argumentsOf(text, 'en')])
    expect(wanted.flatMap(([, names]) => names).length).toBeGreaterThan(10)
    expect(english.map(([key]) => [key, argumentsOf(translated.get(key) ?? '', language)])).toEqual(wanted)
  })

  it('leaves nothing empty that has words in English', () => {
    expect(english.flatMap(([key, text]) => (text && !translated.get(key)?.trim() ? [key] : []))).toEqual([])
  })
})
