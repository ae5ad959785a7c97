import { useMemo } from 'react'
import type { Group } from 'three'
import { box, cylinder, type Part, part } from '../room/shape.ts'
import type { PropViewProps } from './prop-view.ts'
import { SetDown } from './set-down.tsx'
import { Touchable } from './touchable.tsx'
import { useGlide } from './use-glide.ts'

const PANEL = { width: 0.58, height: 1.62, foot: 0.12, thick: 0.036 } as const
/** Angle between one panel and the next, radians: folded back upon it, or nearly straight on. */
const ANGLE_RAD = { folded: Math.PI, drawn: 0.42 } as const
const backwards = (group: Group, angle: number) => {
  group.rotation.y = angle
}
const forwards = (group: Group, angle: number) => {
  group.rotation.y = -angle
}

/** A folding screen of three panels of cloth on castors. Its place is the middle of where it stands when it is drawn out. */
export function PrivacyScreen({ prop, state, highlighted }: PropViewProps) {
  const panels = useMemo(() => [panel(), panel(), panel()], [])
  const angle = state === 'drawn' ? ANGLE_RAD.drawn : ANGLE_RAD.folded
  const second = useGlide(angle, backwards)
  const third = useGlide(angle, forwards)
  const leaf = (parts: readonly Part[] = []) => <Touchable id={prop.id} parts={parts} highlighted={highlighted} />
  return (
    <SetDown prop={prop} y={0}>
      <group position-x={-1.5 * PANEL.width}>
        {leaf(panels[0])}
        <group ref={second} position={[PANEL.width, 0, PANEL.thick / 2]}>
          <group position-z={-PANEL.thick / 2}>
            {leaf(panels[1])}
            <group ref={third} position={[PANEL.width, 0, -PANEL.thick / 2]}>
              <group position-z={PANEL.thick / 2}>{leaf(panels[2])}</group>
            </group>
          </group>
        </group>
      </group>
    </SetDown>
  )
}

/** One panel from its hinge at x = 0 towards +x. */
function panel(): readonly Part[] {
  const { width, height, foot } = PANEL
  const middle = foot + height / 2
  return [
    part('linen', box(width - 0.07, height - 0.06, 0.008, { edge: 0.003 }), { x: width / 2, y: middle }),
    // the cloth hangs in soft pleats from its rod
    ...[0.12, 0.24, 0.36, 0.47].map((x) =>
      part('linen', box(0.035, height - 0.07, 0.018, { edge: 0.008, bevels: 2, step: 0.4 }), { x, y: middle }),
    ),
    ...[0.016, width - 0.016].flatMap((x) => [
      part('chrome', cylinder(0.011, height + foot - 0.05, 10), { x, y: (height + foot + 0.05) / 2 }),
      part('iron', cylinder(0.024, 0.016, 14), { x, y: 0.024, roll: Math.PI / 2 }),
    ]),
    ...[foot, foot + height].map((y) =>
      part('chrome', cylinder(0.01, width - 0.03, 10), { x: width / 2, y, roll: Math.PI / 2 }),
    ),
  ]
}
