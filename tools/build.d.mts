/** Builds when it must; true when `dist` is then what the sources say. */
export function build(options?: { always?: boolean; quiet?: boolean }): boolean
