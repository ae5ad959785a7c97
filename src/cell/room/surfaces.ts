/** What things are made of: a colour or a drawn texture, how it shines, and how much light it gives back. */
export type Surface = {
  /** sRGB; the ground colour of the texture when there is one */ readonly color: string
  readonly texture?: TextureName
  /** metres one tile of the texture covers */ readonly tileM: number
  /** mean share of light it gives back, 0–1; for the bake */ readonly albedo: number
  readonly roughness: number
  readonly metalness: number
}
export type TextureName = 'plaster' | 'dado' | 'lino' | 'steel' | 'wood' | 'weave' | 'ticking'

const plain = (color: string, albedo: number, roughness = 0.8, metalness = 0): Surface => ({
  color,
  tileM: 1,
  albedo,
  roughness,
  metalness,
})

export const SURFACES = {
  plaster: { color: '#ece8df', texture: 'plaster', tileM: 1.3, albedo: 0.72, roughness: 0.92, metalness: 0 },
  dado: { color: '#7d8b7c', texture: 'dado', tileM: 1.3, albedo: 0.26, roughness: 0.6, metalness: 0 },
  ceiling: plain('#e9e7e0', 0.75, 0.95),
  lino: { color: '#7c807c', texture: 'lino', tileM: 0.6, albedo: 0.24, roughness: 0.45, metalness: 0 },
  steel: { color: '#67747f', texture: 'steel', tileM: 1.1, albedo: 0.17, roughness: 0.5, metalness: 0.2 },
  frame: plain('#4b545c', 0.09, 0.5, 0.2),
  iron: plain('#2b3135', 0.05, 0.5, 0.4),
  chrome: plain('#aeb5b8', 0.45, 0.3, 0.6),
  mirror: plain('#9fb0b6', 0.4, 0.15, 0.35),
  wood: { color: '#b2936a', texture: 'wood', tileM: 0.9, albedo: 0.32, roughness: 0.6, metalness: 0 },
  blanket: { color: '#525c66', texture: 'weave', tileM: 0.32, albedo: 0.12, roughness: 1, metalness: 0 },
  ticking: { color: '#d5d6d0', texture: 'ticking', tileM: 0.4, albedo: 0.6, roughness: 0.95, metalness: 0 },
  linen: plain('#dedcd4', 0.7, 1),
  white: plain('#e6e5df', 0.72, 0.5),
  paper: plain('#cfc8b4', 0.55, 0.95),
  cork: plain('#a5835a', 0.28, 1),
  spine: plain('#7b4038', 0.12, 0.8),
  navy: plain('#33506b', 0.08, 0.8),
  red: plain('#a33b2e', 0.1, 0.4),
  brass: plain('#a88a52', 0.3, 0.4, 0.5),
  skin: plain('#c08a6b', 0.35, 0.7),
  nitrile: plain('#4f84b4', 0.22, 0.45),
  scorch: plain('#4a2f1b', 0.05, 1),
} as const satisfies Record<string, Surface>

export type SurfaceName = keyof typeof SURFACES

/** Without a texture of its own. */
export const isPlain = (name: SurfaceName): boolean => !('texture' in SURFACES[name])
