import type { Target } from './targets.ts'

/** Rings on the floor where one can go from here: for the mouse, and to show the way. */
export function StationMarkers({
  targets,
  highlighted,
  onSelect,
}: {
  readonly targets: readonly Target[]
  readonly highlighted: string | undefined
  readonly onSelect: (id: string) => void
}) {
  return targets
    .filter((target) => target.kind === 'station')
    .map(({ id, at }) => (
      <mesh
        key={id}
        position={[at[0], 0.012, at[2]]}
        rotation={[-Math.PI / 2, 0, 0]}
        onClick={(event) => {
          event.stopPropagation()
          if (event.delta < 4) onSelect(id)
        }}
      >
        <ringGeometry args={[0.1, 0.16, 28]} />
        <meshBasicMaterial
          color={id === highlighted ? '#c77a12' : '#ece8df'}
          transparent
          opacity={id === highlighted ? 0.95 : 0.45}
          depthWrite={false}
        />
      </mesh>
    ))
}
