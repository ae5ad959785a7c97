import type { Debrief } from '#core/scoring'
import { clockTime, useText } from '#ui'

/** Size of the drawing in its own units; it scales with the page. */
const BOX = { width: 1000, height: 180, top: 14, bottom: 24 }

/** Tension and trust as steps over time, the acts as ticks, and where the play-head stands. */
export function Curve({ debrief, atMs }: { readonly debrief: Debrief; readonly atMs: number }) {
  const text = useText()
  const endMs = Math.max(debrief.endMs, 1)
  const x = (timeMs: number) => (timeMs / endMs) * BOX.width
  const y = (level: number) => BOX.height - BOX.bottom - (level / 10) * (BOX.height - BOX.top - BOX.bottom)
  const steps = (of: 'tension' | 'trust') => {
    const points = debrief.curve.map(
      (point, n) =>
        `${n === 0 ? 'M' : 'L'}${x(point.atMs)} ${y(debrief.curve[Math.max(0, n - 1)]?.[of] ?? 0)} L${x(point.atMs)} ${y(point[of])}`,
    )
    return `${points.join(' ')} L${BOX.width} ${y(debrief.curve.at(-1)?.[of] ?? 0)}`
  }
  const last = debrief.curve.at(-1)
  return (
    <figure className="debrief-curve">
      <svg
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        role="img"
        aria-label={`${text('debrief.curve')}: ${text('debrief.tension')} ${debrief.curve[0]?.tension} → ${last?.tension}, ${text('debrief.trust')} ${debrief.curve[0]?.trust} → ${last?.trust}`}
        preserveAspectRatio="none"
      >
        {[0, 5, 10].map((level) => (
          <line key={level} x1={0} x2={BOX.width} y1={y(level)} y2={y(level)} stroke="var(--line)" strokeWidth={1} />
        ))}
        <path
          d={steps('tension')}
          fill="none"
          stroke="var(--alert)"
          strokeWidth={3}
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={steps('trust')}
          fill="none"
          stroke="var(--language)"
          strokeWidth={3}
          strokeDasharray="8 5"
          vectorEffect="non-scaling-stroke"
        />
        {debrief.curve.map((point) => (
          <line
            key={`${point.seq} ${point.atMs}`}
            x1={x(point.atMs)}
            x2={x(point.atMs)}
            y1={BOX.height - BOX.bottom + 4}
            y2={BOX.height - BOX.bottom + 12}
            stroke="var(--soft)"
            strokeWidth={2}
          />
        ))}
        <line
          x1={x(atMs)}
          x2={x(atMs)}
          y1={0}
          y2={BOX.height}
          stroke="var(--accent)"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="row small">
        <span>
          <span style={{ color: 'var(--alert)' }} aria-hidden="true">
            ━
          </span>{' '}
          {text('debrief.tension')}
        </span>
        <span>
          <span style={{ color: 'var(--language)' }} aria-hidden="true">
            ╍
          </span>{' '}
          {text('debrief.trust')}
        </span>
        <span>0:00 – {clockTime(debrief.endMs)}</span>
      </figcaption>
    </figure>
  )
}
