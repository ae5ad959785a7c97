export { canSeal, createDeviceKey, type DeviceKey } from './device-key.ts'
export { type DeviceSeal, deviceName, readDeviceSeal, type SealState, sealLog, verifySeal } from './device-seal.ts'
export {
  createReleasePhrase,
  isReleasePhrase,
  mayRelease,
  type ReleasePhrase,
  SHORTEST_PHRASE,
} from './release-phrase.ts'
