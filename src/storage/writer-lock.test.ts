import { describe, expect, it, vi } from 'vitest'
import { type Locks, requestWriter } from './writer-lock.ts'

type Waiting = { readonly start: () => void; readonly signal: AbortSignal | undefined }

/** Exclusive locks in line, as the browser keeps them; `crash` drops a holder as a closing tab does. */
function fakeLocks() {
  const lines = new Map<string, Waiting[]>()
  const next = (name: string) => {
    const line = lines.get(name) ?? []
    line.shift()
    line[0]?.start()
  }
  const request = (name: string, options: LockOptions, call: (lock: Lock | null) => unknown): Promise<unknown> => {
    const line = lines.get(name) ?? []
    lines.set(name, line)
    if (options.ifAvailable && line.length > 0) return Promise.resolve().then(() => call(null))
    return new Promise((resolve, reject) => {
      const start = () => {
        Promise.resolve(call({ name, mode: 'exclusive' })).then((value) => {
          next(name)
          resolve(value)
        }, reject)
      }
      const waiting: Waiting = { start, signal: options.signal }
      line.push(waiting)
      options.signal?.addEventListener('abort', () => {
        if (line[0] === waiting) return
        line.splice(line.indexOf(waiting), 1)
        reject(new DOMException('left the line', 'AbortError'))
      })
      if (line.length === 1) queueMicrotask(start)
    })
  }
  return {
    locks: { request } as unknown as Locks,
    crash: (name: string) => next(`simcell session ${name}`),
    lengthOf: (name: string) => lines.get(`simcell session ${name}`)?.length ?? 0,
  }
}

describe('the writer of a session', () => {
  it('is the first tab; the second reads, is told so, and is promoted when the first lets go', async () => {
    const { locks } = fakeLocks()
    const first = await requestWriter('s-1', locks)
    const second = await requestWriter('s-1', locks)
    const other = await requestWriter('s-2', locks)
    expect([first.role, second.role, other.role]).toEqual(['writer', 'reader', 'writer'])
    const promoted = vi.fn()
    second.onPromoted(promoted)
    await first.release()
    await vi.waitFor(() => expect(promoted).toHaveBeenCalledOnce())
    expect([first.role, second.role]).toEqual(['reader', 'writer'])
  })

  it('passes to the tabs in the order they came, past one that has left the line', async () => {
    const { locks, lengthOf } = fakeLocks()
    const [first, second, third] = [
      await requestWriter('s', locks),
      await requestWriter('s', locks),
      await requestWriter('s', locks),
    ]
    await second.release()
    expect(lengthOf('s')).toBe(2)
    await first.release()
    await vi.waitFor(() => expect(third.role).toBe('writer'))
    expect(second.role).toBe('reader')
  })

  it('promotes the next tab when the writer crashes', async () => {
    const { locks, crash } = fakeLocks()
    await requestWriter('s', locks)
    const second = await requestWriter('s', locks)
    crash('s')
    await vi.waitFor(() => expect(second.role).toBe('writer'))
    const late = vi.fn()
    second.onPromoted(late)
    await vi.waitFor(() => expect(late).toHaveBeenCalledOnce())
  })

  it('stops telling who no longer listens', async () => {
    const { locks } = fakeLocks()
    const first = await requestWriter('s', locks)
    const second = await requestWriter('s', locks)
    const promoted = vi.fn()
    second.onPromoted(promoted)()
    await first.release()
    await vi.waitFor(() => expect(second.role).toBe('writer'))
    expect(promoted).not.toHaveBeenCalled()
  })

  it('lets a browser without locks write, and passes on what locks refuse', async () => {
    expect((await requestWriter('s', undefined)).role).toBe('writer')
    const denied = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } as unknown as Locks
    await expect(requestWriter('s', denied)).rejects.toThrow('no')
  })
})
