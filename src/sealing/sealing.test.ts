import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ChainedRecord } from '#core/session'
import { tinySession } from '../../tests/fixtures/tiny-session.ts'
import { createDeviceKey, type DeviceKey } from './device-key.ts'
import { type DeviceSeal, deviceName, readDeviceSeal, sealLog, verifySeal } from './device-seal.ts'
import { createReleasePhrase, isReleasePhrase, mayRelease } from './release-phrase.ts'

const AT = '2026-03-02T08:00:00.000Z'
const { log } = tinySession(20, { mode: 'assessment' })

describe('a device seal', () => {
  let key: DeviceKey
  let seal: DeviceSeal
  beforeAll(async () => {
    key = await createDeviceKey()
    seal = await sealLog(log, key, AT)
  })

  it('is unbroken on the log it was made for, and names its device', async () => {
    expect(await verifySeal(log, seal)).toEqual({ is: 'unbroken', device: deviceName(seal.publicKey), sealedAt: AT })
    expect(deviceName(seal.publicKey)).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/)
  })

  it('is made with a key that no script can read', async () => {
    await expect(crypto.subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow()
  })

  it('A2 breaks when any record changes, for the chain ends in another hash', async () => {
    const changed = tinySession(20, { mode: 'assessment', seed: 8 }).log
    expect(await verifySeal(changed, seal)).toMatchObject({ is: 'broken', why: 'signature' })
    expect(await verifySeal(tinySession(19, { mode: 'assessment' }).log, seal)).toMatchObject({ is: 'broken' })
  })

  it('breaks when another moment, key or signature is claimed', async () => {
    const other = await sealLog(log, await createDeviceKey(), AT)
    expect(await verifySeal(log, { ...seal, sealedAt: '2026-03-03T08:00:00.000Z' })).toMatchObject({ is: 'broken' })
    expect(await verifySeal(log, { ...seal, publicKey: other.publicKey })).toMatchObject({ is: 'broken' })
    expect(await verifySeal(log, { ...seal, signature: other.signature })).toMatchObject({ is: 'broken' })
  })

  it('breaks for any single changed digit of its signature', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(127), fc.integer({ min: 1, max: 15 }), async (at, by) => {
        const digit = ((Number.parseInt(seal.signature[at] ?? '0', 16) + by) % 16).toString(16)
        const signature = `${seal.signature.slice(0, at)}${digit}${seal.signature.slice(at + 1)}`
        return (await verifySeal(log, { ...seal, signature })).is === 'broken'
      }),
      { numRuns: 30 },
    ))

  it('is only put on a session that has ended, and is broken on one that goes on', async () => {
    const running: readonly ChainedRecord[] = log.slice(0, -1)
    await expect(sealLog(running, key, AT)).rejects.toThrow('has ended')
    expect(await verifySeal(running, seal)).toMatchObject({ is: 'broken', why: 'unfinished' })
  })

  it('is missing where there is none', async () => {
    expect(await verifySeal(log, undefined)).toEqual({ is: 'missing' })
  })

  it('is read from a file as it was written, and nothing else is a seal', () => {
    expect(readDeviceSeal(JSON.parse(JSON.stringify(seal)))).toEqual(seal)
    for (const wrong of [null, 1, {}, { ...seal, seal: 2 }, { ...seal, publicKey: 'zz' }, { ...seal, sealedAt: 'now' }])
      expect(readDeviceSeal(wrong)).toBeUndefined()
  })
})

describe('a release phrase', () => {
  it('is known by who knows it, and is not kept itself', async () => {
    const kept = await createReleasePhrase('grey heron by the gate', 5, 1000)
    expect(JSON.stringify(kept)).not.toContain('heron')
    expect(kept.setAtMs).toBe(5)
    expect(await isReleasePhrase(' grey heron by the gate ', kept)).toBe(true)
    expect(await isReleasePhrase('grey heron by the gat', kept)).toBe(false)
    expect(await isReleasePhrase('', kept)).toBe(false)
  })

  it('gives another hash each time it is set', async () => {
    const [one, two] = await Promise.all([
      createReleasePhrase('the same phrase', 0, 1000),
      createReleasePhrase('the same phrase', 0, 1000),
    ])
    expect(one.hash).not.toBe(two.hash)
  })

  it('A3 releases a session of this device only when it was set before it began, and any that was brought here', async () => {
    const phrase = await createReleasePhrase('grey heron by the gate', 1000, 1000)
    expect(mayRelease(phrase, { startedAtMs: 2000, isFromHere: true })).toBe(true)
    expect(mayRelease(phrase, { startedAtMs: 500, isFromHere: true })).toBe(false)
    expect(mayRelease(phrase, { startedAtMs: 500, isFromHere: false })).toBe(true)
    expect(mayRelease(undefined, { startedAtMs: 2000, isFromHere: false })).toBe(false)
  })

  it('is refused when it is short', async () => {
    await expect(createReleasePhrase('1234', 0)).rejects.toThrow('at least 8')
  })
})
