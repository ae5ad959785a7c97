import { ShaderChunk } from 'three'
import { expect, it } from 'vitest'
import { evenShadows } from './even-shadows.ts'

it('samples the shadow of a lamp at places that do not change from pixel to pixel, however often it is asked', () => {
  const before = ShaderChunk.shadowmap_pars_fragment
  evenShadows()
  const once = ShaderChunk.shadowmap_pars_fragment
  evenShadows()
  expect(ShaderChunk.shadowmap_pars_fragment).toBe(once)
  const lamp = once.slice(once.indexOf('float getShadow( sampler2DShadow'), once.indexOf('SHADOWMAP_TYPE_VSM'))
  expect(lamp).toContain('vogelDiskSample( i, 8, 0.0 )')
  expect(lamp).not.toContain('interleavedGradientNoise')
  // nothing else was lost
  expect(once.split('\n').length).toBeGreaterThan(before.split('\n').length - 12)
  expect(once.split('{').length).toBe(once.split('}').length)
})
