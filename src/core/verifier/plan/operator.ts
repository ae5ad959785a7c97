import { OUTCOMES, type Tone } from '#core/scenario'
import type { Formula } from './formula.ts'

/**
 * Something that can bring values about: an act of some, a timer, or what happens by itself when `needs` holds. It is a
 * relaxation: nothing that was ever true becomes false. Every step that can happen is covered by operators; not every
 * operator can happen.
 */
export type Operator = {
  /** acts of which one is done; none for what no act does */ readonly acts: readonly number[] | undefined
  readonly tone: Tone | undefined
  readonly timer: number | undefined
  readonly needs: Formula
  readonly sets: readonly (readonly [at: number, value: number])[]
  readonly adds: readonly (readonly [at: number, by: number])[]
}

/** Parts of a criterion as variables of the relaxation. */
export const PARTS = { armed: 0, since: 1, seen: 2, count: 3, decided: 4 } as const
export const PART_SIZES = [2, 2, 4, 24, OUTCOMES.length + 1]

/** What brings something about, and what must hold for it. */
export type Cause = Pick<Operator, 'acts' | 'tone' | 'timer' | 'needs'>
/** No act and no timer: it happens whenever its condition holds. */
export const BY_ITSELF = { acts: undefined, tone: undefined, timer: undefined }
