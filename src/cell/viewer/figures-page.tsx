import { Canvas } from '@react-three/fiber'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { BEHAVIOURS, HEADWEAR, type Place, POSES, PROP_KINDS } from '#core/scenario'
import { useText } from '#ui'
import { evenShadows } from '../even-shadows.ts'
import { Figure } from '../figure/figure.tsx'
import { GESTURE_NAMES } from '../figure/gestures.ts'
import type { Quality } from '../quality.ts'
import { quietThree } from '../quiet-three.ts'
import { RoomScene } from '../room-scene.tsx'
import { addressOf, type Choice, choiceFrom, eyesFor, isPlain, PEOPLE, STUDIO, showingOf, VIEWS } from './choice.ts'
import { Studio, StudioEyes } from './studio.tsx'
import './viewer.css'

quietThree()
evenShadows()

declare global {
  interface Window {
    /** shows a choice and resolves when it is drawn; contact sheets are made through it */
    __figures?: (choice: Partial<Choice>) => Promise<void>
  }
}

/** A person, a state, a gesture: looked at from where an officer stands. For instructors, and for judging our own work. */
export function FiguresPage({ place }: { readonly place: Place }) {
  const text = useText()
  const [choice, setChoice] = useState(() => choiceFrom(location.search))
  const propStates = useMemo(
    () => Object.fromEntries(place.props.map(({ id, kind }) => [id, PROP_KINDS[kind].initial])),
    [place],
  )
  const [quality] = useState((): Quality => (isPlain(location.search) ? 'low' : 'medium'))
  const plain = quality === 'low' ? '&quality=low' : ''
  const waiting = useRef<(() => void)[]>([])
  const canvas = useRef<HTMLDivElement>(null)
  const set = (part: Partial<Choice>) => setChoice((now) => ({ ...now, ...part }))
  useEffect(() => history.replaceState(history.state, '', `?${addressOf(choice)}${plain}`), [choice, plain])
  useEffect(() => {
    window.__figures = (part) =>
      new Promise((resolve) => {
        waiting.current.push(resolve)
        setChoice((now) => ({ ...now, ...part }))
      })
    return () => {
      delete window.__figures
    }
  }, [])
  const drawn = useCallback(() => {
    for (const resolve of waiting.current.splice(0)) resolve()
  }, [])
  const save = () => {
    const picture = canvas.current?.querySelector('canvas')
    if (!picture) return
    const link = document.createElement('a')
    link.href = picture.toDataURL('image/png')
    link.download = `${choice.person}-${choice.behaviour}-${choice.pose}-${choice.gesture}.png`
    link.click()
  }
  const living = choice.at < 0
  const eyes = eyesFor(place, choice.where, choice.distance)
  return (
    <main className="viewer">
      <div ref={canvas} className="viewer-picture" role="img" aria-label={text('figures.picture')}>
        <Canvas
          frameloop="demand"
          dpr={1}
          shadows={quality !== 'low' && 'percentage'}
          gl={{ antialias: true, preserveDrawingBuffer: true }}
        >
          <color attach="background" args={['#14181b']} />
          {eyes ? (
            <RoomScene
              place={place}
              propStates={propStates}
              time="noon"
              highlighted={undefined}
              quality={quality}
              reducedMotion
            />
          ) : (
            <Studio pose={choice.pose} quality={quality} />
          )}
          <Figure
            key={`${choice.person} ${choice.wears}`}
            model={choice.person}
            wears={choice.wears === 'nothing' ? undefined : choice.wears}
            showing={showingOf(choice, place)}
            from={choice.gesture === 'none' ? undefined : showingOf({ ...choice, gesture: 'none' }, place)}
            seed={choice.seed}
            animate={living}
            atMs={living ? undefined : choice.at}
            quality={quality}
          />
          <StudioEyes choice={choice} eyes={eyes} onDrawn={drawn} />
        </Canvas>
      </div>
      <form className="viewer-choice" onSubmit={(event) => event.preventDefault()}>
        <h1>{text('figures.title')}</h1>
        <Pick
          label={text('figures.person')}
          words="people"
          list={PEOPLE}
          value={choice.person}
          onPick={(person) => set({ person })}
        />
        <Pick
          label={text('figures.wears')}
          words="headwear"
          list={['nothing', ...HEADWEAR] as const}
          value={choice.wears}
          onPick={(wears) => set({ wears })}
        />
        <Pick
          label={text('figures.behaviour')}
          words="behaviours"
          list={BEHAVIOURS}
          value={choice.behaviour}
          onPick={(behaviour) => set({ behaviour })}
        />
        <Slide label={text('figures.tension')} value={choice.tension} to={10} onSlide={(tension) => set({ tension })} />
        <Slide label={text('figures.trust')} value={choice.trust} to={10} onSlide={(trust) => set({ trust })} />
        <Pick
          label={text('figures.pose')}
          words="poses"
          list={POSES}
          value={choice.pose}
          onPick={(pose) => set({ pose })}
        />
        <Pick
          label={text('figures.gesture')}
          words="gestures"
          list={['none', ...GESTURE_NAMES] as const}
          value={choice.gesture}
          onPick={(gesture) => set({ gesture })}
        />
        <Pick
          label={text('figures.where')}
          words="positions"
          list={[STUDIO, ...place.positions.map(({ id }) => id)]}
          value={choice.where}
          onPick={(where) => set({ where })}
        />
        <Pick
          label={text('figures.view')}
          words="views"
          list={VIEWS}
          value={choice.view}
          onPick={(view) => set({ view })}
        />
        <Slide
          label={text('figures.distance')}
          value={choice.distance}
          from={0.6}
          to={5}
          step={0.1}
          onSlide={(distance) => set({ distance })}
        />
        <Slide label={text('figures.seed')} value={choice.seed} to={40} onSlide={(seed) => set({ seed })} />
        <label className="viewer-check">
          <input type="checkbox" checked={living} onChange={() => set({ at: living ? 3000 : -1 })} />
          {text('figures.living')}
        </label>
        {!living && (
          <Slide label={text('figures.time')} value={choice.at} to={8000} step={20} onSlide={(at) => set({ at })} />
        )}
        <button type="button" className="button" onClick={save}>
          {text('figures.save')}
        </button>
      </form>
    </main>
  )
}

type PickProps<T extends string> = {
  readonly label: string
  readonly words: string
  readonly list: readonly T[]
  readonly value: T
  readonly onPick: (value: T) => void
}

function Pick<T extends string>({ label, words, list, value, onPick }: PickProps<T>) {
  const text = useText()
  const id = useId()
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.target.value as T)}>
        {list.map((one) => (
          <option key={one} value={one}>
            {text(`${words}.${one}`)}
          </option>
        ))}
      </select>
    </p>
  )
}

type SlideProps = {
  readonly label: string
  readonly value: number
  readonly from?: number
  readonly to: number
  readonly step?: number
  readonly onSlide: (value: number) => void
}

function Slide({ label, value, from = 0, to, step = 1, onSlide }: SlideProps) {
  const id = useId()
  return (
    <p>
      <label htmlFor={id}>
        {label} <output>{value}</output>
      </label>
      <input
        id={id}
        type="range"
        min={from}
        max={to}
        step={step}
        value={value}
        onChange={(event) => onSlide(Number(event.target.value))}
      />
    </p>
  )
}
