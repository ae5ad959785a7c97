export function Figure(_: Record<string, unknown>) { return null }
