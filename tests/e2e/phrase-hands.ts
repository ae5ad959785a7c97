import type { Page } from '@playwright/test'
import type { Deed } from './deed.ts'

/** The panel in which one finds words of other languages, and pictures. */
export const PHRASES = 'Phrase book and cards'

/** Turns to a page of the phrase book and says a phrase of it in a voice. */
export async function saysPhrase(
  page: Page,
  { line, language = '', tone }: Pick<Extract<Deed, { readonly kind: 'say' }>, 'line' | 'language' | 'tone'>,
): Promise<void> {
  const panel = page.getByRole('region', { name: PHRASES, exact: true })
  await panel.getByRole('combobox', { name: 'Language' }).selectOption(language)
  if (tone) await panel.getByRole('button', { name: tone, exact: true }).press('Enter')
  await panel.getByRole('button', { name: `Say: ${line}`, exact: true }).press('Enter')
}
