import type { Page } from '@playwright/test'
import type { Deed, Hands } from './deed.ts'
import { PHRASES, saysPhrase } from './phrase-hands.ts'

type Speech = Extract<Deed, { readonly kind: 'say' }>

/** A trainee in the panels: goes to what stands there by its name and presses Enter, which is quicker than aiming. */
export class PanelHands implements Hands {
  constructor(readonly page: Page) {}

  async does(deed: Deed): Promise<void> {
    if (deed.kind === 'go') return this.presses('Your body', `Go to: ${deed.label}`)
    if (deed.kind === 'use') return this.presses('What is around you', `${deed.label}: ${deed.name}`)
    if (deed.kind === 'body') return this.presses(deed.cards ? PHRASES : 'Your body', deed.label)
    if (deed.kind === 'end') {
      await this.page.getByRole('button', { name: 'End the exercise' }).press('Enter')
      return this.page.getByRole('button', { name: 'End now' }).press('Enter')
    }
    return deed.language ? saysPhrase(this.page, deed) : this.says(deed)
  }

  private presses = (panel: string, name: string): Promise<void> =>
    this.page
      .getByRole('region', { name: panel, exact: true })
      .getByRole('button', { name, exact: true })
      .press('Enter')

  /** Says a line: where, whom, which intent, which words, in which voice. What is written has no voice. */
  private async says({ name, panel: where, intent, line, tone }: Speech): Promise<void> {
    const panel = this.page.getByRole('region', { name: where, exact: true })
    if (where === 'Radio') await panel.getByRole('button', { name: 'Press to talk' }).press('Enter')
    const takes = async (group: string, button: RegExp) =>
      panel.getByRole('group', { name: group, exact: true }).getByRole('button', { name: button }).press('Enter')
    // Whom one speaks to is said each time: who is near may have changed with the last act.
    if (where !== 'Notes for the record')
      await panel
        .getByRole('group', { name: 'To', exact: true })
        .getByRole('button', { name, exact: true })
        .press('Enter')
    await takes('What do you want to do?', numbered(intent, '$'))
    await takes('Your words', numbered(line, '( |$)'))
    if (tone) await takes('In which voice?', numbered(tone, '$'))
  }
}

/** A button's name behind the digit that presses it. */
const numbered = (name: string, end: string): RegExp =>
  new RegExp(`^(\\d )?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${end}`)
