import type { TimeOfDay } from '#core/scenario'

export type Rgb = readonly [red: number, green: number, blue: number]

/** What an hour does to a place. Colours are linear; shares are 0–1 of a lamp's full strength. */
export type Daylight = {
  /** light of the sky in a window */ readonly sky: Rgb
  /** lamps that no switch rules, in corridors and in rooms whose lamps are `by-day` */ readonly lamps: {
    readonly always: number
    readonly byDay: number
  }
  /** what stands in a room whose baked light is not known */ readonly fill: Rgb
}

export const DAYLIGHT: Readonly<Record<TimeOfDay, Daylight>> = {
  // lamps on masts outside; the landing burns dimmed
  night: { sky: [0.27, 0.23, 0.175], lamps: { always: 0.36, byDay: 0 }, fill: [0.12, 0.12, 0.12] },
  // a low sun through haze
  morning: { sky: [2.5, 2.05, 1.55], lamps: { always: 0.85, byDay: 0.55 }, fill: [0.4, 0.38, 0.34] },
  noon: { sky: [3.5, 3.65, 3.85], lamps: { always: 0.8, byDay: 0.3 }, fill: [0.4, 0.41, 0.42] },
  evening: { sky: [1.02, 1.17, 1.34], lamps: { always: 1, byDay: 1 }, fill: [0.33, 0.33, 0.32] },
}
