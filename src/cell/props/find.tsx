import { useEffect, useMemo } from 'react'
import { BoxGeometry, MeshLambertMaterial } from 'three'
import { box, type Part, part } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PropViewProps } from './prop-view.ts'
import { handwriting } from './writing.ts'

const RULER = { length: 0.1, width: 0.014, fields: 5 } as const

/** Something that was hidden: nothing until it is found, then a small taped packet; with a scale beside it; then in a sealed bag. */
export function Find(view: PropViewProps) {
  return view.state === 'hidden' ? null : <Found {...view} />
}

function Found(view: PropViewProps) {
  const { state } = view
  const parts = useMemo(
    () => [...packet(), ...(state === 'photographed' ? ruler() : []), ...(state === 'sealed' ? seal() : [])],
    [state],
  )
  const bag = useMemo(() => new BoxGeometry(0.19, 0.034, 0.25), [])
  const film = useMemo(
    () => new MeshLambertMaterial({ color: '#e8eef0', transparent: true, opacity: 0.28, depthWrite: false }),
    [],
  )
  useEffect(
    () => () => {
      bag.dispose()
      film.dispose()
    },
    [bag, film],
  )
  return (
    <Placed view={view} parts={parts} height={0.77}>
      {state === 'sealed' && <mesh geometry={bag} material={film} position={[0, 0.018, 0.02]} />}
    </Placed>
  )
}

const packet = (): readonly Part[] => [
  part('iron', box(0.1, 0.026, 0.056, { edge: 0.011, bevels: 2 }), { y: 0.014, turn: 0.22 }),
  ...[-0.022, 0.026].map((x) =>
    part('paper', box(0.012, 0.0275, 0.0575, { edge: 0.011, bevels: 2 }), {
      x: x * Math.cos(0.22),
      y: 0.014,
      z: -x * Math.sin(0.22),
      turn: 0.22,
    }),
  ),
]

/** An angle scale, light and dark fields of two centimetres, as it lies beside a thing when it is photographed. */
const ruler = (): readonly Part[] =>
  [0, Math.PI / 2].flatMap((turn) =>
    Array.from({ length: RULER.fields }, (_, n) => {
      const along = (n + 0.5) * (RULER.length / RULER.fields)
      return part(
        n % 2 ? 'white' : 'iron',
        box(RULER.length / RULER.fields, 0.002, RULER.width, { edge: 0.0004 }),
        turn
          ? { x: 0.075 - RULER.width / 2, y: 0.001, z: -0.06 + RULER.width / 2 + along, turn }
          : { x: 0.075 - along, y: 0.001, z: -0.06 },
      )
    }),
  )

const seal = (): readonly Part[] => [
  part('red', box(0.192, 0.003, 0.022, { edge: 0.001 }), { y: 0.036, z: 0.125 }),
  part('white', box(0.12, 0.002, 0.05, { edge: 0.0006 }), { y: 0.036, z: 0.085 }),
  ...[0.098, 0.085, 0.072].flatMap((z, n) => handwriting('navy', 0.09, n * 3, { y: 0.0375, z })),
]
