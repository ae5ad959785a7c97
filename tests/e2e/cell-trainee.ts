import '../../src/cell/test-hook.ts'
import { expect, type Page } from '@playwright/test'
import { fillText, type Scenario } from '#core/scenario'
import interfaceWords from '../../src/ui/text/en.json' with { type: 'json' }
import { shippedScenario } from '../fixtures/packs.ts'

/** One step of a walkthrough as a person at the screen knows it: by the words that stand there. */
export type Deed =
  | { readonly kind: 'go'; readonly station: string; readonly label: string }
  | { readonly kind: 'use'; readonly prop: string; readonly name: string; readonly label: string }
  | { readonly kind: 'body'; readonly label: string; readonly to?: { readonly role: string; readonly name: string } }
  | {
      readonly kind: 'say'
      readonly role: string
      readonly name: string
      readonly intent: string
      readonly line: string
      readonly tone: string | undefined
    }
  | { readonly kind: 'end' }

/** What a trainee does with his hands, whatever they hold. */
export type Hands = { readonly does: (deed: Deed) => Promise<void> }

/** The panel in which one speaks to a member of the cast. */
export const panelFor = (role: string): string => ({ notes: 'Notes for the record', control: 'Radio' })[role] ?? 'Say'

type Word = keyof typeof interfaceWords.verbs & keyof typeof interfaceWords.stances

/** What a step's act is called on the screen. */
export function deedOf(scenario: Scenario, act: string, tone: string | undefined): Deed {
  const table = scenario.text.en ?? {}
  const [verb = '', target = ''] = act.split(':')
  const names = Object.fromEntries(
    Object.entries(scenario.data.cast).map(([role, { personas }]) => [
      role,
      table[`personas.${personas[0]}.name`] ?? role,
    ]),
  )
  const words = (key: string) => fillText(table[key] ?? key, names)
  const ofPlace = (part: string) => words(`places.${scenario.place.id}.${part}.${target}`)
  const [layer, short = target] = target.includes('.') ? target.split('.') : [undefined, target]
  const owner = layer ? scenario.layers[layer as 'law'] : scenario.data
  const owned = (part: string) => words(layer ? `${layer}.${part}.${short}` : `${part}.${short}`)
  if (verb === 'go') return { kind: 'go', station: target, label: ofPlace('stations') }
  if (verb === 'stance') return { kind: 'body', label: interfaceWords.stances[target as Word] }
  if (verb === 'end') return { kind: 'end' }
  if (verb === 'do') {
    const on = owner?.deeds?.find(({ id }) => id === short)?.on
    return { kind: 'body', label: owned('deeds'), ...(on && { to: { role: on, name: names[on] ?? on } }) }
  }
  if (verb !== 'say')
    return { kind: 'use', prop: target, name: ofPlace('props'), label: interfaceWords.verbs[verb as Word] }
  const line = owner?.lines?.find(({ id }) => id === short)
  if (!line) throw new Error(`There is no line ${target}.`)
  return {
    kind: 'say',
    role: line.to,
    name: names[line.to] ?? line.to,
    intent: interfaceWords.intents[line.say as keyof typeof interfaceWords.intents],
    line: owned('lines'),
    tone: line.to === 'notes' ? undefined : (tone ?? 'neutral'),
  }
}

/** What a person's eyes tell him of the 3D view: state, never pixels. */
export class CellOnScreen {
  constructor(readonly page: Page) {}

  async isDrawn(): Promise<void> {
    await this.page.waitForFunction(() => (window.__sim?.drawn().triangles ?? 0) > 1000, undefined, { timeout: 60_000 })
  }
  readonly station = () => this.page.evaluate(() => window.__sim?.snapshot().officer.station)
  readonly highlighted = () => this.page.evaluate(() => window.__sim?.highlighted())
  readonly seq = () => this.page.evaluate(() => window.__sim?.snapshot().seq ?? -1)
  readonly lastAct = () => this.page.evaluate(() => window.__sim?.snapshot().lastAct?.id)
  readonly timeMs = () => this.page.evaluate(() => window.__sim?.snapshot().timeMs ?? 0)
  readonly isTarget = (id: string) =>
    this.page.evaluate((wanted) => window.__sim?.targets().some((one) => one.id === wanted) ?? false, id)

  /** Waits until the officer neither walks nor turns of himself. */
  async settles(): Promise<void> {
    await this.page.waitForFunction(() => window.__sim?.isStill(), undefined, { polling: 50 })
  }

  /** Plays a walkthrough of the shipped scenario step by step; every act must be the one that is logged. */
  async plays(walkthrough: string, hands: Hands): Promise<void> {
    const scenario = shippedScenario('cell-entry')
    let acts = 0
    let actMs = 0
    for (const step of scenario.walkthroughs[walkthrough]?.steps ?? []) {
      if ('wait' in step) {
        // A walkthrough leaves two seconds from act to act; a wait comes on top of them.
        const until = actMs + (step.wait + 2) * 1000
        await this.page.waitForFunction((ms) => (window.__sim?.snapshot().timeMs ?? 0) >= ms, until, { polling: 100 })
      } else if ('do' in step) {
        await this.settles()
        await hands.does(deedOf(scenario, step.do, step.tone))
        acts += 1
        await expect.poll(this.seq, { message: step.do, intervals: [50] }).toBe(acts)
        expect(await this.lastAct()).toBe(step.do)
        actMs = await this.timeMs()
      }
    }
  }
}
