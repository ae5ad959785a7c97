/** How much work a check may be: states visited at most in each world, and runs played where that is not enough. */
const LIMITS = {
  quick: { states: 1000, runs: 100 },
  usual: { states: 10_000, runs: 600 },
  thorough: { states: 1_000_000, runs: 3000 },
} as const
export type Effort = keyof typeof LIMITS
export const EFFORTS = Object.keys(LIMITS) as readonly Effort[]
export const effortFor = (effort: Effort): { readonly states: number; readonly runs: number } => LIMITS[effort]
