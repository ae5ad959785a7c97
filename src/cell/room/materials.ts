import {
  BackSide,
  type Material,
  MeshBasicMaterial,
  MeshLambertMaterial,
  MeshStandardMaterial,
  type WebGLProgramParametersWithUniforms,
} from 'three'
import type { QualityProfile } from '../quality.ts'
import { SURFACES, type Surface, type SurfaceName } from './surfaces.ts'
import { createTextures } from './textures.ts'

export type Materials = {
  /** surfaces without a texture share one material, and carry their colour in their vertices */ readonly merges: boolean
  /** for the static room: lit by its vertices */ readonly baked: (surface: SurfaceName | 'plain') => Material
  /** for what moves: lit by lamps */ readonly lit: (surface: SurfaceName | 'plain') => Material
  readonly rim: Material
  readonly dispose: () => void
}

/** "Look here": signal amber. */
export const SIGNAL_AMBER = '#c77a12'
/** Thickness of the outline, metres. */
const RIM_M = 0.007

export function createMaterials({ material }: Pick<QualityProfile, 'material'>): Materials {
  const textures = createTextures()
  const made = new Map<string, Material>()
  const cached = (key: string, make: () => Material) => {
    const known = made.get(key)
    if (known) return known
    const fresh = make()
    made.set(key, fresh)
    return fresh
  }
  const plain = (surface: Surface) => {
    const look = surface.texture ? { map: textures[surface.texture] } : { color: surface.color }
    if (material === 'lambert') return new MeshLambertMaterial(look)
    return new MeshStandardMaterial({ ...look, roughness: surface.roughness, metalness: surface.metalness })
  }
  return {
    merges: material === 'lambert',
    baked: (name) =>
      cached(`baked ${name}`, () =>
        litByVertices(name === 'plain' ? new MeshLambertMaterial() : plain(SURFACES[name])),
      ),
    lit: (name) =>
      cached(`lit ${name}`, () =>
        name === 'plain' ? new MeshLambertMaterial({ vertexColors: true }) : plain(SURFACES[name]),
      ),
    rim: cached('rim', outline),
    dispose: () => {
      for (const one of made.values()) one.dispose()
      for (const texture of Object.values(textures)) texture.dispose()
    },
  }
}

/**
 * The vertex colour is the light that falls there, so lamps are not asked again: they know no walls and would shine
 * through. Its alpha is the share that the shadow-casting lamp gives, so that only that share can be shaded.
 */
function litByVertices(material: MeshLambertMaterial | MeshStandardMaterial): Material {
  const standard = material instanceof MeshStandardMaterial
  material.vertexColors = true
  material.onBeforeCompile = (shader: WebGLProgramParametersWithUniforms) => {
    const shade = 'mix(1.0, getShadowMask(), vColor.a)'
    const own = standard
      ? `#include <lights_fragment_end>
         float reach = min(1.0, dot(vColor.rgb, vec3(0.4)));
         reflectedLight.directDiffuse = vec3(0.0);
         reflectedLight.indirectDiffuse = material.diffuseColor * ${shade};
         reflectedLight.directSpecular *= reach * vColor.a;
         reflectedLight.indirectSpecular *= reach;`
      : `reflectedLight.indirectDiffuse = diffuseColor.rgb * ${shade};`
    let fragment = shader.fragmentShader
      .replace(
        '#include <shadowmap_pars_fragment>',
        '#include <shadowmap_pars_fragment>\n#include <shadowmask_pars_fragment>',
      )
      .replace('#include <lights_fragment_end>', own)
    if (!standard)
      fragment = fragment.replace('#include <lights_fragment_begin>', '').replace('#include <lights_fragment_maps>', '')
    shader.fragmentShader = fragment
  }
  material.customProgramCacheKey = () => `lit-by-vertices-${standard}`
  return material
}

function outline(): Material {
  const material = new MeshBasicMaterial({ color: SIGNAL_AMBER, side: BackSide, toneMapped: false })
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader.replace(
      '#include <begin_vertex>',
      `vec3 transformed = position + normalize(normal) * ${RIM_M.toFixed(4)};`,
    )
  }
  return material
}
