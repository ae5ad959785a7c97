import { ED25519 } from './device-seal.ts'

/** The key of one device; the private part cannot leave it. */
export type DeviceKey = { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey }

/** A new key whose private part no script can read. @throws {DOMException} where WebCrypto has no Ed25519 */
export async function createDeviceKey(): Promise<DeviceKey> {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey(ED25519, false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  return { publicKey, privateKey }
}

/** Whether this browser can seal: WebCrypto is there (secure pages only) and knows Ed25519. */
export async function canSeal(): Promise<boolean> {
  try {
    await createDeviceKey()
    return true
  } catch {
    return false
  }
}
