import { expect, type Locator, type Page } from '@playwright/test'
import { CellOnScreen } from './cell-trainee.ts'
import type { Deed, Hands } from './deed.ts'
import { saysPhrase } from './phrase-hands.ts'

type Point = { readonly x: number; readonly y: number }
type Speech = Extract<Deed, { readonly kind: 'say' }>

/** A trainee who holds nothing but the mouse: looks by dragging, does everything by clicking. */
export class MouseHands implements Hands {
  readonly view: CellOnScreen
  constructor(readonly page: Page) {
    this.view = new CellOnScreen(page)
  }

  async does(deed: Deed): Promise<void> {
    if (deed.kind === 'end') {
      await this.page.getByRole('button', { name: 'End the exercise' }).click()
      return this.page.getByRole('button', { name: 'End now' }).click()
    }
    if (deed.kind === 'go') {
      if (await this.chooses(deed.station, true)) return
      await this.tool('Go to')
      return this.picks('Go to', deed.label)
    }
    if (deed.kind === 'use') {
      // Close to the pane of the hatch one sees into the cell and nothing else.
      const back = this.page.getByRole('toolbar').getByRole('button', { name: /Step back$/ })
      if (await back.isVisible()) await back.click()
      await this.view.settles()
      expect(await this.chooses(deed.prop), `${deed.prop} can be clicked`).toBe(true)
      return this.picks(deed.name, deed.label)
    }
    if (deed.kind === 'body') {
      if (deed.to && (await this.chooses(deed.to.role))) return this.picks(deed.to.name, deed.label)
      await this.tool('Your body')
      return this.picks('Your body', deed.label)
    }
    if (deed.language) {
      await this.tool('Phrases')
      return saysPhrase(this.page, deed)
    }
    return this.says(deed)
  }

  private async says({ role, name, panel: where, intent, line, tone }: Speech): Promise<void> {
    if (where === 'Radio') await this.tool('Radio')
    else if (where === 'Notes for the record') await this.tool('Notes')
    else if (!(await this.chooses(role))) await this.tool('Talk')
    else {
      const list = this.page.getByRole('group', { name, exact: true })
      const talk = list.getByRole('button', { name: /Talk$/ })
      if (await talk.isVisible()) await talk.click()
    }
    const panel = this.page.getByRole('region', { name: where, exact: true })
    const asked = (group: string) => panel.getByRole('group', { name: group, exact: true })
    if (where === 'Say')
      await expect(asked('To').getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true')
    await asked('What do you want to do?')
      .getByRole('button', { name: new RegExp(`^(\\d )?${intent}$`) })
      .click()
    await asked('Your words').getByRole('button', { name: line }).click()
    if (tone)
      await asked('In which voice?')
        .getByRole('button', { name: new RegExp(`${tone}$`) })
        .click()
  }

  private tool = (name: string): Promise<void> =>
    this.page
      .getByRole('toolbar')
      .getByRole('button', { name: new RegExp(`${name}$`) })
      .click()

  private picks = (list: string, label: string): Promise<void> =>
    this.listed(list)
      .getByRole('button', { name: new RegExp(`^(\\d )?${escaped(label)}$`) })
      .click({ timeout: 10_000 })

  private listed = (name: string): Locator =>
    this.page.getByRole('application').getByRole('group', { name, exact: true })

  /** Clicks something in the room, turning until it is in view; false when it is not to be clicked from here. */
  async chooses(id: string, isPlace = false): Promise<boolean> {
    if (!(await this.view.isTarget(id))) return false
    for (let tries = 0; tries < 12; tries++) {
      const seen = await this.pointOn(id)
      if (seen === 'hidden') {
        // A leaf or a cover may still be moving out of the way.
        if (tries > 2) return false
        await this.page.waitForTimeout(200)
        continue
      }
      if (seen !== 'outside') {
        await this.page.mouse.move(seen.x, seen.y)
        await this.page.mouse.click(seen.x, seen.y)
        if (isPlace || (await this.isMeant(id))) return true
        continue // a door leaf was still swinging: it is not where it was
      }
      await this.turnsTowards(id)
    }
    return false
  }

  /** A click has chosen something when its list stands open or its person is spoken to. */
  private async isMeant(id: string): Promise<boolean> {
    const opened = this.page.getByRole('application').getByRole('group')
    const spoken = this.page.getByRole('group', { name: 'What do you want to do?' }).getByRole('button').first()
    for (let n = 0; n < 10; n++) {
      if ((await this.view.highlighted()) === id && ((await opened.count()) > 0 || (await isFocused(spoken))))
        return true
      await this.page.waitForTimeout(50)
    }
    return false
  }

  /** A point on the screen where a click means the target. */
  private pointOn(id: string): Promise<Point | 'outside' | 'hidden'> {
    return this.page.evaluate((wanted) => {
      const sim = window.__sim
      const target = sim?.targets().find((one) => one.id === wanted)
      const box = document.querySelector('canvas')?.getBoundingClientRect()
      if (!sim || !target || !box) return 'hidden'
      const [x, y, z] = target.at
      const near = [0, 0.07, -0.07, 0.15, -0.15, 0.25, -0.25]
      const points = near.flatMap((dx) => near.flatMap((dy) => near.map((dz) => [x + dx, y + dy, z + dz] as const)))
      // A finger's breadth from the edges; what stands over the picture takes the click itself.
      const clickable = (at: readonly [number, number, number]) => {
        const point = sim.screenPoint(at)
        const inside =
          point &&
          point.x > box.left + 8 &&
          point.x < box.right - 8 &&
          point.y > Math.max(box.top, 0) + 8 &&
          point.y < Math.min(box.bottom, innerHeight) - 8 &&
          document.elementFromPoint(point.x, point.y) instanceof HTMLCanvasElement
        return inside ? point : undefined
      }
      if (!clickable(target.at)) return 'outside'
      const around = [-3, 3].flatMap((dx) => [-3, 3].map((dy) => ({ dx, dy })))
      const isWanted = (point: Point) => sim.targetUnder(point) === wanted
      let edge: Point | undefined
      for (const at of points) {
        const point = clickable(at)
        if (!point || !isWanted(point)) continue
        // Nobody aims at an edge a pixel wide where there is a place to hit.
        if (around.every(({ dx, dy }) => isWanted({ x: point.x + dx, y: point.y + dy }))) return point
        edge ??= point
      }
      return edge ?? 'hidden'
    }, id)
  }

  /** Drags the view so that the target comes towards its middle. */
  private async turnsTowards(id: string): Promise<void> {
    const by = await this.page.evaluate((wanted) => {
      const sim = window.__sim
      const target = sim?.targets().find((one) => one.id === wanted)
      if (!sim || !target) return { x: 0, y: 0 }
      const { at, yaw, pitch } = sim.gaze()
      const [dx, dy, dz] = [target.at[0] - at[0], target.at[1] - at[1], target.at[2] - at[2]]
      const turn = Math.atan2(dx, dz) - yaw
      const PX_PER_RAD = 1 / 0.0045
      return {
        x: Math.atan2(Math.sin(turn), Math.cos(turn)) * PX_PER_RAD,
        y: (Math.atan2(dy, Math.hypot(dx, dz)) - pitch) * PX_PER_RAD,
      }
    }, id)
    const box = await this.page.locator('canvas').boundingBox()
    if (!box) throw new Error('The canvas is not there.')
    const middle = { x: box.x + box.width / 2, y: Math.max(box.y, 0) + 110 }
    const within = (value: number, most: number) => Math.max(-most, Math.min(most, value))
    await this.page.mouse.move(middle.x, middle.y)
    await this.page.mouse.down()
    await this.page.mouse.move(middle.x + within(by.x, 280), middle.y + within(by.y, 90), { steps: 6 })
    await this.page.mouse.up()
    await this.view.settles()
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const isFocused = async (control: Locator): Promise<boolean> =>
  (await control.count()) > 0 && control.evaluate((element) => element === document.activeElement)
