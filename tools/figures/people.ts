/** Linear colour factors or sRGB hex strings, as the glTF and sharp want them. */
export type Tint = readonly [r: number, g: number, b: number]

export type Outfit = {
  readonly suit: string
  readonly shoes: string
  /** sRGB 0…255 */ readonly top: Tint
  readonly trousers: Tint
  /** officers wear shoulder slides, radio, badge and belt; a nurse a badge, pens and a watch */ readonly kit:
    | 'none'
    | 'officer'
    | 'nurse'
}

export type Hair = {
  readonly style: string
  /** of the mean strand, sRGB 0…255 */ readonly colour: Tint
  /** how much light and dark strands differ; 1 is the picture's own */ readonly contrast: number
}

export type PersonRecipe = {
  readonly file: string
  readonly ethnic: 'caucasian' | 'african' | 'asian'
  readonly targets: Readonly<Record<string, number>>
  /** path of the skin below `skins/` */ readonly skin: string
  /** multiplies the skin texture */ readonly skinTint: Tint
  /** 0 none … 1 a three days' beard */ readonly stubble: number
  readonly hair: Hair | undefined
  readonly brow: string
  readonly browTint: Tint
  /** sRGB hex of the iris */ readonly iris: string
  readonly outfit: Outfit
}

const both = (name: string, weight: number) => ({ [name.replace('*', 'l')]: weight, [name.replace('*', 'r')]: weight })

/** The data's shoulders and upper arms balloon once the arms hang: its models stand with theirs held out. */
const SLOPING: PersonRecipe['targets'] = {
  ...both('armslegs/*-upperarm-shoulder-muscle-decr', 1),
  ...both('armslegs/*-upperarm-muscle-decr', 0.35),
  ...both('armslegs/*-upperarm-scale-depth-decr', 0.3),
  'measure/measure-shoulder-decrease': 0.3,
}

/** Under a sweater they balloon still: arms that hang thinner, and the sleeve's head with them. */
const SLIM_SLEEVES: PersonRecipe['targets'] = {
  ...SLOPING,
  ...both('armslegs/*-upperarm-muscle-decr', 0.9),
  ...both('armslegs/*-upperarm-scale-depth-decr', 0.6),
  ...both('armslegs/*-upperarm-scale-horiz-decr', 0.5),
}

export const PEOPLE: readonly PersonRecipe[] = [
  {
    // a man of about 32 who sleeps badly: lean, tired lids, unshaven
    file: 'prisoner-a',
    ethnic: 'caucasian',
    targets: {
      ...SLOPING,
      'macrodetails/caucasian-male-young': 0.78,
      'macrodetails/caucasian-male-old': 0.22,
      'macrodetails/universal-male-young-averagemuscle-averageweight': 0.48,
      'macrodetails/universal-male-young-averagemuscle-minweight': 0.3,
      'macrodetails/universal-male-old-averagemuscle-averageweight': 0.22,
      'nose/nose-hump-morehump': 0.35,
      'nose/nose-scale-vert-incr': 0.15,
      'chin/chin-prominent-more': 0.2,
      'head/head-oval': 0.35,
      'head/head-skinny': 0.25,
      ...both('cheek/*-cheek-bones-out', 0.3),
      ...both('cheek/*-cheek-volume-deflate', 0.25),
      ...both('eyes/*-eye-bag-out', 0.5),
      ...both('eyes/*-eye-eyefold-down', 0.3),
      'mouth/mouth-scale-horiz-incr': 0.15,
    },
    skin: 'middleage_caucasian_male/textures/middleage_lightskinned_male_diffuse.png',
    skinTint: [0.93, 0.87, 0.83],
    stubble: 0.75,
    hair: { style: 'short02', colour: [56, 42, 32], contrast: 1.6 },
    brow: 'eyebrow012',
    browTint: [0.42, 0.33, 0.26],
    iris: '#4b565b',
    outfit: {
      suit: 'male_casualsuit02',
      shoes: 'shoes03',
      top: [118, 121, 124],
      trousers: [74, 77, 81],
      kit: 'none',
    },
  },
  {
    // a heavy man near fifty, shaven head, dark skin
    file: 'prisoner-b',
    ethnic: 'african',
    targets: {
      ...SLOPING,
      'macrodetails/african-male-young': 0.5,
      'macrodetails/african-male-old': 0.5,
      'macrodetails/universal-male-young-maxmuscle-averageweight': 0.3,
      'macrodetails/universal-male-young-averagemuscle-maxweight': 0.2,
      'macrodetails/universal-male-old-averagemuscle-maxweight': 0.35,
      'macrodetails/universal-male-old-averagemuscle-averageweight': 0.15,
      'head/head-square': 0.4,
      'head/head-fat': 0.25,
      'neck/neck-scale-horiz-more': 0.4,
      'chin/chin-width-max': 0.3,
      'nose/nose-scale-horiz-incr': 0.2,
      ...both('eyes/*-eye-bag-out', 0.4),
    },
    skin: 'middleage_african_male/textures/middleage_darkskinned_male_diffuse.png',
    skinTint: [0.94, 0.96, 0.94],
    stubble: 0.5,
    hair: undefined,
    brow: 'eyebrow009',
    browTint: [0.12, 0.1, 0.09],
    iris: '#3b2416',
    outfit: {
      suit: 'male_casualsuit06',
      shoes: 'shoes03',
      top: [150, 152, 153],
      trousers: [84, 87, 91],
      kit: 'none',
    },
  },
  {
    // a slight man of twenty-two, here for the first time; a grown man's jaw, brow and neck
    file: 'prisoner-c',
    ethnic: 'asian',
    targets: {
      ...SLOPING,
      'macrodetails/asian-male-young': 0.74,
      'macrodetails/asian-male-old': 0.26,
      'macrodetails/universal-male-young-averagemuscle-averageweight': 0.3,
      'macrodetails/universal-male-young-averagemuscle-minweight': 0.44,
      'macrodetails/universal-male-old-averagemuscle-averageweight': 0.26,
      'head/head-rectangular': 0.45,
      'head/head-scale-horiz-less': 0.1,
      'neck/neck-scale-horiz-more': 0.2,
      'chin/chin-jaw-drop-more': 0.25,
      'chin/chin-prominent-more': 0.2,
      'nose/nose-hump-morehump': 0.2,
      'nose/nose-scale-vert-incr': 0.15,
      ...both('cheek/*-cheek-bones-out', 0.35),
      ...both('cheek/*-cheek-volume-deflate', 0.35),
      ...both('eyes/*-eye-bag-out', 0.25),
    },
    skin: 'young_asian_male/textures/young_lightskinned_male_diffuse3.png',
    skinTint: [0.93, 0.86, 0.78],
    stubble: 0.35,
    hair: { style: 'short01', colour: [44, 38, 36], contrast: 0.9 },
    brow: 'eyebrow012',
    browTint: [0.14, 0.12, 0.12],
    iris: '#2e1d14',
    outfit: {
      suit: 'male_casualsuit06',
      shoes: 'shoes03',
      top: [124, 128, 131],
      trousers: [74, 77, 81],
      kit: 'none',
    },
  },
  {
    // a thin man of sixty-five with a grey beard, in and out of prison all his life
    file: 'prisoner-d',
    ethnic: 'caucasian',
    targets: {
      ...SLIM_SLEEVES,
      'macrodetails/caucasian-male-old': 1,
      'macrodetails/universal-male-old-minmuscle-averageweight': 0.45,
      'macrodetails/universal-male-old-averagemuscle-minweight': 0.55,
      'head/head-rectangular': 0.4,
      'head/head-skinny': 0.35,
      'head/head-age-more': 0.35,
      'nose/nose-scale-vert-incr': 0.3,
      'nose/nose-point-down': 0.3,
      ...both('cheek/*-cheek-volume-deflate', 0.5),
      ...both('eyes/*-eye-bag-out', 0.7),
    },
    skin: 'old_caucasian_male/textures/old_lightskinned_male_diffuse.png',
    skinTint: [0.97, 0.9, 0.87],
    stubble: 0.55,
    hair: { style: 'short01', colour: [128, 126, 122], contrast: 0.8 },
    brow: 'eyebrow012',
    browTint: [0.75, 0.73, 0.7],
    iris: '#566269',
    outfit: {
      suit: 'male_casualsuit02',
      shoes: 'shoes03',
      top: [104, 108, 112],
      trousers: [70, 73, 77],
      kit: 'none',
    },
  },
  {
    // a big man near thirty from the south, trained, clipped hair and beard
    file: 'prisoner-e',
    ethnic: 'caucasian',
    targets: {
      ...SLIM_SLEEVES,
      'macrodetails/caucasian-male-young': 0.6,
      'macrodetails/african-male-young': 0.25,
      'macrodetails/asian-male-young': 0.15,
      'macrodetails/universal-male-young-maxmuscle-averageweight': 0.65,
      'macrodetails/universal-male-young-maxmuscle-maxweight': 0.35,
      'macrodetails/height/male-young-averagemuscle-averageweight-maxheight': 0.12,
      'head/head-square': 0.5,
      'neck/neck-scale-horiz-more': 0.25,
      'chin/chin-jaw-drop-more': 0.2,
      'nose/nose-hump-morehump': 0.25,
      'nose/nose-scale-horiz-incr': 0.25,
    },
    skin: 'middleage_caucasian_male/textures/middleage_lightskinned_male_diffuse.png',
    skinTint: [0.8, 0.7, 0.6],
    stubble: 1,
    hair: { style: 'short01', colour: [36, 30, 27], contrast: 0.9 },
    brow: 'eyebrow009',
    browTint: [0.12, 0.1, 0.09],
    iris: '#3a2a18',
    outfit: {
      suit: 'male_casualsuit02',
      shoes: 'shoes03',
      top: [138, 141, 143],
      trousers: [84, 87, 91],
      kit: 'none',
    },
  },
  {
    // a woman of about forty who works with her hands
    file: 'prisoner-woman',
    ethnic: 'caucasian',
    targets: {
      ...SLOPING,
      'macrodetails/caucasian-female-young': 0.5,
      'macrodetails/caucasian-female-old': 0.5,
      'macrodetails/universal-female-young-averagemuscle-averageweight': 0.35,
      'macrodetails/universal-female-young-averagemuscle-maxweight': 0.15,
      'macrodetails/universal-female-old-averagemuscle-averageweight': 0.5,
      'head/head-round': 0.25,
      ...both('eyes/*-eye-bag-out', 0.4),
      ...both('cheek/*-cheek-bones-out', 0.2),
    },
    skin: 'middleage_caucasian_female/textures/middleage_lightskinned_female_diffuse.png',
    skinTint: [0.94, 0.87, 0.83],
    stubble: 0,
    hair: { style: 'ponytail01', colour: [64, 50, 41], contrast: 1.1 },
    brow: 'eyebrow001',
    browTint: [0.4, 0.33, 0.27],
    iris: '#4a5a5c',
    outfit: {
      suit: 'male_casualsuit02',
      shoes: 'shoes03',
      top: [118, 121, 124],
      trousers: [74, 77, 81],
      kit: 'none',
    },
  },
  {
    file: 'officer-man',
    ethnic: 'caucasian',
    targets: {
      ...SLOPING,
      'macrodetails/caucasian-male-young': 0.55,
      'macrodetails/caucasian-male-old': 0.35,
      'macrodetails/asian-male-young': 0.1,
      'macrodetails/universal-male-young-averagemuscle-averageweight': 0.4,
      'macrodetails/universal-male-young-maxmuscle-averageweight': 0.25,
      'macrodetails/universal-male-old-averagemuscle-averageweight': 0.35,
      'head/head-rectangular': 0.4,
      'nose/nose-scale-depth-decr': 0.2,
      'chin/chin-cleft-in': 0.2,
      'mouth/mouth-lowerlip-height-max': 0.15,
    },
    skin: 'young_caucasian_male/textures/young_lightskinned_male_diffuse2.png',
    skinTint: [0.95, 0.89, 0.85],
    stubble: 0.25,
    hair: { style: 'short01', colour: [66, 53, 41], contrast: 0.9 },
    brow: 'eyebrow001',
    browTint: [0.3, 0.24, 0.2],
    iris: '#414a36',
    outfit: { suit: 'male_casualsuit01', shoes: 'shoes03', top: [38, 47, 74], trousers: [27, 31, 43], kit: 'officer' },
  },
  {
    file: 'officer-woman',
    ethnic: 'caucasian',
    targets: {
      ...SLOPING,
      'macrodetails/caucasian-female-young': 0.8,
      'macrodetails/caucasian-female-old': 0.2,
      'macrodetails/universal-female-young-averagemuscle-averageweight': 0.8,
      'macrodetails/universal-female-old-averagemuscle-averageweight': 0.2,
      'head/head-oval': 0.3,
      'mouth/mouth-upperlip-volume-inflate': 0.15,
    },
    skin: 'young_caucasian_female/textures/young_lightskinned_female_diffuse2.png',
    skinTint: [0.94, 0.87, 0.83],
    stubble: 0,
    hair: { style: 'short02', colour: [74, 46, 31], contrast: 1.6 },
    brow: 'eyebrow001',
    browTint: [0.36, 0.26, 0.2],
    iris: '#5a4630',
    outfit: { suit: 'male_casualsuit01', shoes: 'shoes03', top: [38, 47, 74], trousers: [27, 31, 43], kit: 'officer' },
  },
  {
    // a nurse of forty: scrubs in a colour nobody else wears
    file: 'nurse',
    ethnic: 'african',
    targets: {
      ...SLOPING,
      'macrodetails/african-female-young': 0.7,
      'macrodetails/african-female-old': 0.3,
      'macrodetails/universal-female-young-averagemuscle-averageweight': 0.55,
      'macrodetails/universal-female-young-averagemuscle-maxweight': 0.2,
      'macrodetails/universal-female-old-averagemuscle-averageweight': 0.25,
      'head/head-round': 0.3,
    },
    skin: 'middleage_african_female/textures/middleage_darkskinned_female_diffuse.png',
    skinTint: [1.02, 0.98, 0.94],
    stubble: 0,
    hair: { style: 'short01', colour: [34, 27, 24], contrast: 0.9 },
    brow: 'eyebrow001',
    browTint: [0.12, 0.1, 0.09],
    iris: '#3a2416',
    outfit: {
      suit: 'male_casualsuit06',
      shoes: 'shoes03',
      top: [38, 134, 138],
      trousers: [30, 108, 112],
      kit: 'nurse',
    },
  },
]
