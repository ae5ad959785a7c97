/** Names under which browsers report that there is no room left. */
const FULL = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED', 'NS_ERROR_FILE_NO_DEVICE_SPACE'])
/** Names under which the store itself is gone, e.g. because the site's data was cleared. */
const GONE = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'OpenFailedError',
  'MissingAPIError',
  'NotFoundError',
  'UnknownError',
])
const NOTHING_LOST = 'Everything before it is saved. You can export the session now.'

/** What failed on the disk, in words for the person in front of it; the browser's own error is the `cause`. */
export function storageFailure(what: string, reason: unknown): Error {
  const names = namesOf(reason)
  if (names.some((name) => FULL.has(name)))
    return new Error(`The disk is full: ${what} could not be saved. ${NOTHING_LOST}`, { cause: reason })
  if (names.some((name) => GONE.has(name)))
    return new Error(
      `The browser's storage cannot be reached: ${what} could not be saved. ${NOTHING_LOST} Then load the page again.`,
      { cause: reason },
    )
  if (names.includes('ConstraintError'))
    return new Error(`Another tab has written to this session: ${what} was not saved. Load the page again to see it.`, {
      cause: reason,
    })
  return new Error(
    `${what[0]?.toUpperCase()}${what.slice(1)} could not be saved (${names[0] ?? 'unknown reason'}). ${NOTHING_LOST}`,
    { cause: reason },
  )
}

/** The error's name and that of what caused it: Dexie wraps a full disk in an abort. */
function namesOf(reason: unknown): readonly string[] {
  const names: string[] = []
  for (let at = reason, depth = 0; at instanceof Object && depth < 4; depth++) {
    if ('name' in at && typeof at.name === 'string') names.push(at.name)
    at = 'inner' in at && at.inner ? at.inner : 'cause' in at ? at.cause : undefined
  }
  return names
}
