import type { Target } from './targets.ts'

/** A ring as it is drawn, and the disc around it that takes a click, metres. From a standing eye a ring alone is thin. */
const RING_M = { inner: 0.1, outer: 0.16, click: 0.27 } as const

/** Rings on the floor where one can go from here: for the mouse, and to show the way. */
export function StationMarkers({
  targets,
  highlighted,
}: {
  readonly targets: readonly Target[]
  readonly highlighted: string | undefined
}) {
  return targets
    .filter((target) => target.kind === 'station')
    .map(({ id, at }) => (
      <group key={id} position={[at[0], 0.012, at[2]]} rotation-x={-Math.PI / 2} userData={{ target: id }}>
        <mesh raycast={() => null}>
          <ringGeometry args={[RING_M.inner, RING_M.outer, 28]} />
          <meshBasicMaterial
            color={id === highlighted ? '#c77a12' : '#ece8df'}
            transparent
            opacity={id === highlighted ? 0.95 : 0.5}
            depthWrite={false}
          />
        </mesh>
        <mesh visible={false}>
          <circleGeometry args={[RING_M.click, 20]} />
        </mesh>
      </group>
    ))
}
