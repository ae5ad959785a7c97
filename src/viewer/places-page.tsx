import { type ReactNode, useState } from 'react'
import { PlaceCanvas, type Quality } from '#cell'
import { type Place, PROP_KINDS, TIMES_OF_DAY, type TimeOfDay } from '#core/scenario'
import { Button, useText } from '#ui'
import { addressOf, type PlaceView, statesOf, viewFrom } from './place-view.ts'
import './viewer.css'

/** A place and the names of its parts. */
export type PlaceToSee = {
  readonly place: Place
  readonly words: { readonly name: string } & Readonly<
    Record<'rooms' | 'stations' | 'props' | 'positions', Readonly<Record<string, string>>>
  >
}
const QUALITIES: readonly Quality[] = ['low', 'medium', 'high']

/** A place at any hour and in any state, seen from any of its stations. The address always names what is shown. */
export function PlacesPage({ places }: { readonly places: readonly PlaceToSee[] }) {
  const text = useText()
  const [search] = useState(() => new URLSearchParams(location.search))
  const [view, setView] = useState(() =>
    viewFrom(
      places.map(({ place }) => place),
      search,
    ),
  )
  const [quality, setQuality] = useState(QUALITIES.find((one) => one === search.get('quality')) ?? 'medium')
  const [drawn, setDrawn] = useState({ calls: 0, triangles: 0 })
  const shown = places.find(({ place }) => place === view?.place)
  const station = view?.place.stations.find(({ id }) => id === view.station)
  if (!view || !shown || !station) return <p className="page">{text('places.none')}</p>
  const { words } = shown
  const show = (next: Partial<PlaceView>) => {
    const changed = { ...view, ...next }
    setView(changed)
    history.replaceState(history.state, '', `?${addressOf(changed)}`)
  }
  const goTo = (place: Place, id: string) =>
    show({ station: id, near: undefined, turn: place.stations.find((one) => one.id === id)?.turn ?? 0 })
  const states = statesOf(view)
  const label = text('places.picture', {
    place: words.name,
    station: words.stations[view.station] ?? view.station,
    time: text(`places.times.${view.time}`),
  })
  return (
    <main className="viewer dark-surround">
      <h1 className="viewer-title">{text('places.title')}</h1>
      <div className="viewer-picture">
        {/* a place of its own canvas: nothing of the one before may stay */}
        <PlaceCanvas
          key={view.place.id + quality}
          place={view.place}
          states={states}
          time={view.time}
          eye={{ ...station.at, turn: view.turn }}
          near={view.near}
          quality={quality}
          label={label}
          onDrawn={(now) => setDrawn((was) => (was.calls === now.calls && was.triangles === now.triangles ? was : now))}
        />
      </div>
      <form className="viewer-choices" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={text('places.place')}
          value={view.place.id}
          options={places.map(({ place, words: { name } }) => [place.id, name])}
          onChange={(id) => {
            const next = places.find(({ place }) => place.id === id)?.place
            const first = next?.stations[0]
            if (next && first) show({ place: next, station: first.id, turn: first.turn, near: undefined, states: {} })
          }}
        />
        <Choice
          label={text('places.station')}
          value={view.station}
          options={view.place.stations.map(({ id }) => [id, words.stations[id] ?? id])}
          onChange={(id) => goTo(view.place, id)}
        />
        <Choice
          label={text('places.time')}
          value={view.time}
          options={TIMES_OF_DAY.map((time) => [time, text(`places.times.${time}`)])}
          onChange={(time) => show({ time: time as TimeOfDay })}
        />
        <label className="viewer-choice">
          {text('places.turn', { degrees: view.turn })}
          <input
            type="range"
            min={-180}
            max={180}
            step={5}
            value={view.turn}
            onChange={(event) => show({ turn: Number(event.target.value) })}
          />
        </label>
        <Choice
          label={text('places.near')}
          value={view.near ?? ''}
          options={[
            ['', text('places.nothing')],
            ...view.place.props.map(({ id }) => [id, words.props[id] ?? id] as const),
          ]}
          onChange={(id) => show({ near: id || undefined })}
        />
        <Choice
          label={text('places.quality')}
          value={quality}
          options={QUALITIES.map((one) => [one, text(`places.qualities.${one}`)])}
          onChange={(one) => setQuality(one as Quality)}
        />
        <p className="small">
          <output>{text('places.drawn', { calls: drawn.calls, triangles: drawn.triangles })}</output>
        </p>
        <Button onPress={() => savePicture(`${view.place.id}-${view.station}-${view.time}.png`)}>
          {text('places.save')}
        </Button>
        <h2>{text('places.states')}</h2>
        {view.place.props.map(({ id, kind }) => (
          <Choice
            key={id}
            label={words.props[id] ?? id}
            value={states[id] ?? ''}
            options={PROP_KINDS[kind].states.map((state) => [
              state,
              text(`states.${kind}.${state}`, { defaultValue: text(`states.${state}`) }),
            ])}
            onChange={(state) => show({ states: { ...view.states, [id]: state } })}
          />
        ))}
      </form>
    </main>
  )
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: ReactNode
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onChange: (value: string) => void
}) {
  return (
    <label className="viewer-choice">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Offers the picture as a file. */
function savePicture(name: string): void {
  const link = document.createElement('a')
  link.download = name
  link.href = document.querySelector<HTMLCanvasElement>('.viewer-picture canvas')?.toDataURL('image/png') ?? ''
  link.click()
}
