/** What this module needs of `navigator.locks`. */
export type Locks = Pick<LockManager, 'request'>

/** A tab's claim to write one session. Only one tab is the writer; the others wait in line and read meanwhile. */
export type WriterClaim = {
  readonly role: 'writer' | 'reader'
  /** calls back once when this tab becomes the writer, at once if it already has been promoted; returns how to stop listening */
  readonly onPromoted: (call: () => void) => () => void
  /** gives the session up, or leaves the line; resolves when another tab can have it */ readonly release: () => Promise<void>
}

/**
 * Asks to be the one tab that writes a session. A tab that closes or crashes gives its lock up, and the next in line
 * is promoted. Read the log again on promotion: the other tab has written to it.
 *
 * Without Web Locks (a page served over plain HTTP) every tab is told it may write; the store then still refuses a
 * record whose place is taken, and says so.
 */
export async function requestWriter(
  sessionId: string,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<WriterClaim> {
  if (!locks) return { role: 'writer', onPromoted: () => () => {}, release: () => Promise.resolve() }
  const name = `simcell session ${sessionId}`
  const listeners = new Set<() => void>()
  const leave = new AbortController()
  let role: WriterClaim['role'] = 'reader'
  let wasPromoted = false
  let letGo = () => {}
  const hold = () => {
    role = 'writer'
    return new Promise<void>((resolve) => {
      letGo = resolve
    })
  }
  const promote = () => {
    const held = hold()
    wasPromoted = true
    for (const call of listeners) call()
    listeners.clear()
    return held
  }

  let over: Promise<unknown> = Promise.resolve()
  const isFree = await new Promise<boolean>((answer, refuse) => {
    const held = locks.request(name, { mode: 'exclusive', ifAvailable: true }, (lock) => {
      answer(lock !== null)
      return lock ? hold() : undefined
    })
    over = held.then(undefined, refuse)
  })
  if (!isFree)
    over = locks.request(name, { mode: 'exclusive', signal: leave.signal }, promote).then(undefined, ignoreAbort)

  return {
    get role() {
      return role
    },
    onPromoted: (call) => {
      if (wasPromoted) queueMicrotask(call)
      else listeners.add(call)
      return () => void listeners.delete(call)
    },
    release: async () => {
      listeners.clear()
      leave.abort()
      role = 'reader'
      letGo()
      await over
    },
  }
}

/** Leaving the line rejects the request; that is what was asked for. Anything else is told. */
function ignoreAbort(reason: unknown): void {
  if (!(reason instanceof Error) || reason.name !== 'AbortError') throw reason
}
