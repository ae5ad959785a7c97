/** Session time as minutes and seconds, e.g. 4:12. */
export const clockTime = (timeMs: number): string => {
  const seconds = Math.floor(timeMs / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
