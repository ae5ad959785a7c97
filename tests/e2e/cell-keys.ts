import { expect, type Locator, type Page } from '@playwright/test'
import { CellOnScreen } from './cell-trainee.ts'
import type { Deed, Hands } from './deed.ts'
import { saysPhrase } from './phrase-hands.ts'

type Speech = Extract<Deed, { readonly kind: 'say' }>

/** A trainee who holds nothing but the keyboard. */
export class KeyHands implements Hands {
  readonly view: CellOnScreen
  constructor(readonly page: Page) {
    this.view = new CellOnScreen(page)
  }

  /** Goes from stop to stop with Tab until a control has the focus. */
  async tabsTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(control).toBeVisible()
    for (let n = 0; n < 60; n++) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press(key)
    }
    throw new Error('The control cannot be reached with Tab.')
  }

  async does(deed: Deed): Promise<void> {
    if (deed.kind === 'end') {
      await this.tabsTo(this.page.getByRole('button', { name: 'End the exercise' }), 'Shift+Tab')
      await this.page.keyboard.press('Enter')
      await this.tabsTo(this.page.getByRole('button', { name: 'End now' }))
      return this.page.keyboard.press('Enter')
    }
    await expect(this.page.getByRole('application')).toBeFocused()
    if (deed.kind === 'go') {
      if (deed.station === 'inside' && (await this.view.station()) === 'threshold') return this.walksOn('inside')
      if (await this.goesRoundTo(deed.station)) return this.page.keyboard.press('Enter')
      await this.page.keyboard.press('g')
      return this.picks('Go to', deed.label)
    }
    if (deed.kind === 'use') {
      expect(await this.goesRoundTo(deed.prop), `${deed.prop} is in the round`).toBe(true)
      await this.page.keyboard.press('Enter')
      return this.picks(deed.name, deed.label)
    }
    if (deed.kind === 'body') {
      if (deed.label === 'Stay silent') return this.page.keyboard.press('Space')
      if (deed.to && (await this.goesRoundTo(deed.to.role))) {
        await this.page.keyboard.press('Enter')
        return this.picks(deed.to.name, deed.label)
      }
      await this.page.keyboard.press('b')
      return this.picks('Your body', deed.label)
    }
    if (deed.language) {
      await this.page.keyboard.press('p')
      return saysPhrase(this.page, deed)
    }
    return this.says(deed)
  }

  private async says({ role, name, panel: where, intent, line, tone }: Speech): Promise<void> {
    const key = { Radio: 'r', 'Notes for the record': 'n', Say: 't' }[where]
    // Whom T talks to is the person one looks at, else the man in the cell.
    if (key === 't' && role !== 'prisoner') await this.goesRoundTo(role)
    await this.page.keyboard.press(key)
    const panel = this.page.getByRole('region', { name: where, exact: true })
    const asked = (group: string) => panel.getByRole('group', { name: group, exact: true })
    if (where !== 'Notes for the record') {
      // The hands are at the first intent for whom the key talks to; somebody else is chosen before it.
      const first = asked('What do you want to do?').getByRole('button').first()
      await expect(first).toBeFocused()
      const whom = asked('To').getByRole('button', { name, exact: true })
      if ((await whom.getAttribute('aria-pressed')) !== 'true') {
        await this.tabsTo(whom, 'Shift+Tab')
        await this.page.keyboard.press('Enter')
        await this.tabsTo(first)
      }
    }
    await this.takes(asked('What do you want to do?'), new RegExp(`^(\\d )?${intent}$`))
    await this.takes(asked('Your words'), line)
    if (tone) await this.takes(asked('In which voice?'), new RegExp(`${tone}$`))
  }

  private picks = (list: string, label: string): Promise<void> =>
    this.takes(
      this.page.getByRole('application').getByRole('group', { name: list, exact: true }),
      new RegExp(`^(\\d )?${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
    )

  /** Takes one of a group of buttons: by its digit, or with Tab and Enter when it has none. */
  private async takes(group: Locator, name: string | RegExp): Promise<void> {
    const wanted = group.getByRole('button', { name })
    await expect(group.getByRole('button').first()).toBeFocused()
    const digit = await wanted.locator('kbd').allTextContents()
    if (digit[0]) return this.page.keyboard.press(digit[0])
    await this.tabsTo(wanted)
    await this.page.keyboard.press('Enter')
  }

  /** Goes round what can be used until the wanted thing is meant; false when it is not in the round. */
  private async goesRoundTo(id: string): Promise<boolean> {
    if (!(await this.view.isTarget(id))) return false
    for (let n = 0; n < 24; n++) {
      if ((await this.view.highlighted()) === id) return true
      await this.page.keyboard.press('e')
    }
    return false
  }

  private async walksOn(station: string): Promise<void> {
    await this.page.keyboard.down('w')
    await expect.poll(this.view.station, { intervals: [50] }).toBe(station)
    await this.page.keyboard.up('w')
  }
}
