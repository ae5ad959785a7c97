import { type Material, MeshStandardMaterial } from 'three'

/**
 * Light that comes back from the walls behind the eyes that look: a lamp on the ceiling leaves sockets and cheeks of
 * whoever stands below it in the dark, and a face has to be read. It is a share of what stands in the room, so that a
 * dim room stays dim, the smaller the brighter the room, as eyes that get used to it have it; and it falls off with the
 * turn of the surface, so that nothing is flattened.
 */
const BACK = { skin: 2.2, cloth: 0.7 } as const
/** The lamp mirrored in an eye: where, seen from the eyes that look, how small, and how bright against the room's light. */
const GLINT = { towards: 'vec3(-0.36, 0.5, 0.79)', from: 0.955, to: 0.985, strength: 0.5 } as const
const SKIN: ReadonlySet<string> = new Set(['head-skin', 'body-skin', 'eyes', 'teeth', 'brows'])

/** Makes a figure's material take that light; once is enough for all who share it. */
export function lightAsSeen(material: Material): void {
  if (!(material instanceof MeshStandardMaterial) || material.userData.seen) return
  material.userData.seen = true
  const { name } = material
  const share = SKIN.has(name) ? BACK.skin : BACK.cloth
  const glint =
    name === 'eyes'
      ? `float mirrored = dot(reflect(-geometryViewDir, geometryNormal), ${GLINT.towards});
         reflectedLight.directSpecular += ${GLINT.strength} * smoothstep(${GLINT.from}, ${GLINT.to}, mirrored) * irradiance;`
      : ''
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      '#include <lights_fragment_end>',
      `irradiance *= 1.0 + ${share.toFixed(2)} * saturate(dot(geometryNormal, geometryViewDir)) / (1.0 + luminance(irradiance));
       ${glint}
       #include <lights_fragment_end>`,
    )
  }
  material.customProgramCacheKey = () => `seen ${share} ${glint !== ''}`
  material.needsUpdate = true
}
