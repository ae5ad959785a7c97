import { ShaderChunk } from 'three'

/** How many places of the shadow map are asked about one point: enough that fixed ones show no pattern. */
const SAMPLES = 8
const NOISE = 'float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;'

/**
 * Three.js softens a shadow with five samples turned by a noise of the screen, which combs cloth and skin with fine
 * stripes wherever light only grazes. Here the samples are more and stay where they are.
 *
 * @throws {Error} three.js has changed its shader
 */
export function evenShadows(): void {
  const before = ShaderChunk.shadowmap_pars_fragment
  if (before.includes(EVEN)) return
  if (!before.includes(NOISE)) throw new Error('three.js softens shadows in another way now; see even-shadows.ts.')
  const [head, rest = ''] = before.split(NOISE, 2)
  const from = rest.indexOf('shadow = (')
  const to = rest.indexOf(') * 0.2;', from)
  const more = before.slice((head ?? '').length + NOISE.length + rest.length)
  ShaderChunk.shadowmap_pars_fragment = `${head}${EVEN}${rest.slice(to + ') * 0.2;'.length)}${more}`
}

const EVEN = `shadow = 0.0;
				for ( int i = 0; i < ${SAMPLES}; i ++ )
					shadow += texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( i, ${SAMPLES}, 0.0 ) * radius, shadowCoord.z ) );
				shadow /= ${SAMPLES}.0;`
