import { invalidate } from '@react-three/fiber'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Snapshot } from '#core/session'
import { useAttention, usePlayer, useScenario, useSettings, useStillSnapshot, useTurnTo, useWords } from '#player'
import { useText } from '#ui'
import './cell.css'
import { CellCanvas } from './cell-canvas.tsx'
import { bodyChoices, type Choice, choicesFor, listenerFor, strangersIn, type Wording, waysFrom } from './choices.ts'
import { EYE_M, type Eyes, eyesAt, eyesThere, hatchBetween, leanBack, leanTo, lookThrough } from './eyes.ts'
import { OfficerHand } from './hand/officer-hand.tsx'
import { Hook } from './hook.tsx'
import { OfficerCamera } from './officer-camera.tsx'
import { People } from './people.tsx'
import { PersonShapes } from './person-shapes.tsx'
import { Pointing } from './pointing.tsx'
import type { Quality } from './quality.ts'
import { RoomScene } from './room-scene.tsx'
import { StationMarkers } from './station-markers.tsx'
import { gazeTowards, lookedAt, nextTarget, stationEntered, type Target, targetsOf } from './targets.ts'
import { type Tool, ToolBar } from './tool-bar.tsx'
import { useGamepad } from './use-gamepad.ts'
import { useMouseLook } from './use-mouse-look.ts'
import { usePoseRecording } from './use-pose-recording.ts'
import { VerbList } from './verb-list.tsx'

type Props = {
  readonly quality: Quality
  readonly reducedMotion: boolean
  /** asks for a measurement; called once with the profile this machine holds */ readonly onMeasured?:
    | ((quality: Quality) => void)
    | undefined
  /** WebGL is not there or broke */ readonly onFailed: () => void /** a chunk of the pose channel */
  readonly onPose: (bytes: Uint8Array) => void
}
/** Which list stands open: what can be done with a target (by its id), where to go, one's own body. */
type Open = { readonly list: 'target'; readonly id: string } | { readonly list: 'ways' } | { readonly list: 'body' }
/** The 3D view of a session: draws its snapshot, sends its acts. Everything in it has a twin in the panels. */
export function Cell({ quality, reducedMotion, onMeasured, onFailed, onPose }: Props) {
  const scenario = useScenario()
  const words = useWords()
  const text = useText()
  const snapshot = useStillSnapshot()
  const send = usePlayer((player) => player.send)
  const attention = useAttention()
  const turnTo = useTurnTo()
  const isTurnedAway = attention !== undefined && attention.on !== 'room'
  const surface = useRef<HTMLDivElement>(null)
  const { place } = scenario
  const { focus: central, cast } = scenario.data
  const station = place.stations.find((s) => s.id === snapshot.officer.station)
  const eyes = useRef<Eyes>(eyesAt(station))
  const [highlighted, setHighlighted] = useState<string>()
  const [pointed, setPointed] = useState<string>()
  const [open, setOpen] = useState<Open>()
  const [isLeaning, setLeaning] = useState(false)
  const isChosen = useRef(false)
  const [x, , z] = eyes.current.gaze.at
  const eye = eyes.current.leansFrom ? eyes.current.gaze.at : ([x, EYE_M, z] as const)
  const targets = targetsOf(place, snapshot, eye)
  const latest = useRef({ snapshot, targets, highlighted })
  latest.current = { snapshot, targets, highlighted }
  const target = targets.find((one) => one.id === highlighted)
  const comfort = useSettings((all) => all)
  const mouseLook = useMouseLook(surface, open !== undefined || isTurnedAway)

  /** What one looks at is meant, unless something was chosen and the person has not looked elsewhere since. */
  const look = useCallback((byHand: boolean) => {
    setLeaning(eyes.current.leansFrom !== undefined)
    const { targets, highlighted } = latest.current
    if (byHand) isChosen.current = false
    if (isChosen.current && targets.some(({ id }) => id === highlighted)) return
    isChosen.current = false
    const found = lookedAt(targets, eyes.current.gaze)?.id
    if (found !== highlighted) setHighlighted(found)
  }, [])
  const walked = useCallback(
    (atX: number, atZ: number) => {
      const entered = stationEntered(place, latest.current.snapshot, atX, atZ)
      if (entered) void send(entered.act)
      return entered?.target
    },
    [place, send],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what can be done has changed
  useEffect(() => look(false), [snapshot.affordances])
  // biome-ignore lint/correctness/useExhaustiveDependencies: at another station one begins to look anew
  useEffect(() => {
    isChosen.current = false
    setOpen(undefined)
  }, [snapshot.officer.station])
  useEffect(() => {
    // Who began has pressed a button that is gone now: his hands are in the room.
    if (document.activeElement === document.body) surface.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (attention?.on === 'room') surface.current?.focus({ preventScroll: true })
  }, [attention])
  usePoseRecording(eyes, latest, onPose)

  const wording = { text, words }
  const choices = choicesIn(open, { snapshot, targets, wording })
  const nameOf = (id: string): string =>
    snapshot.characters[id]
      ? words(snapshot.characters[id].name)
      : words(`places.${place.id}.${place.props.some((prop) => prop.id === id) ? 'props' : 'stations'}.${id}`)

  const speakTo = (to: string | undefined, on: 'speech' | 'phrases' = 'speech') => {
    if (to === undefined) return
    setOpen(undefined)
    const hatch = hatchBetween(place, snapshot, to)
    if (hatch) leanTo(eyes.current, lookThrough(place, snapshot, to, hatch))
    invalidate()
    turnTo({ on, to })
  }
  const choose = ({ does }: Choice) => {
    setOpen(undefined)
    if ('act' in does) void send(does.act)
    else speakTo(does.speakTo)
  }
  const select = (id: string) => {
    const chosen = targets.find((one) => one.id === id)
    if (!chosen) return
    isChosen.current = true
    setHighlighted(id)
    surface.current?.focus({ preventScroll: true })
    const [only, another] = choicesFor(chosen, wording)
    if (only && !another && chosen.kind !== 'prop') choose(only)
    else setOpen({ list: 'target', id })
  }
  const goRound = (by: 1 | -1) => {
    const next = nextTarget(targets, eyes.current.gaze, highlighted, by)
    if (!next) return
    setOpen(undefined)
    isChosen.current = true
    setHighlighted(next.id)
    if (next.kind !== 'person') leanBack(eyes.current)
    eyes.current.turnTo = gazeTowards(eyesThere(eyes.current), next.at)
    invalidate()
  }
  const stepBack = () => {
    leanBack(eyes.current)
    invalidate()
  }
  const toggle = (list: 'ways' | 'body') => setOpen(open?.list === list ? undefined : { list })
  const person = target?.kind === 'person' ? target.id : undefined
  const spokenTo = {
    speak: listenerFor(snapshot, [person, central], (role) => cast[role] !== undefined && !cast[role].radio),
    radio: listenerFor(snapshot, [], (role) => cast[role]?.radio === true),
    notes: listenerFor(snapshot, ['notes'], () => false),
  }
  const strangers = strangersIn(snapshot)
  const stranger = [person, central].find((role) => role !== undefined && strangers.includes(role)) ?? strangers[0]
  const goesOn = snapshot.affordances.length > 0
  const tools: readonly Tool[] = [
    { id: 'go', letter: 'G', isPossible: goesOn, isOn: open?.list === 'ways', use: () => toggle('ways') },
    ...(['speak', 'radio', 'notes'] as const).map((id) => ({
      id,
      letter: { speak: 'T', radio: 'R', notes: 'N' }[id],
      isPossible: spokenTo[id] !== undefined,
      use: () => speakTo(spokenTo[id]),
    })),
    { id: 'phrases', letter: 'P', isPossible: stranger !== undefined, use: () => speakTo(stranger, 'phrases') },
    { id: 'body', letter: 'B', isPossible: goesOn, isOn: open?.list === 'body', use: () => toggle('body') },
    { id: 'back', letter: 'S', isPossible: isLeaning, use: stepBack },
    { id: 'mouse', letter: 'M', isPossible: mouseLook.isPossible, isOn: mouseLook.isOn, use: mouseLook.toggle },
  ]
  const sticks = useGamepad(invalidate, (action) => {
    const listed = [...(surface.current?.querySelectorAll<HTMLElement>('.cell-verbs button') ?? [])]
    const at = listed.indexOf(document.activeElement as HTMLElement)
    if (action === 'next' || action === 'previous') goRound(action === 'next' ? 1 : -1)
    else if (action === 'talk' || action === 'go')
      tools.find(({ id }) => id === (action === 'talk' ? 'speak' : 'go'))?.use()
    else if (action === 'back') open ? setOpen(undefined) : stepBack()
    else if (action !== 'use') listed.at((at + (action === 'down' ? 1 : -1)) % listed.length)?.focus()
    else if (listed.length > 0) (listed[at] ?? listed[0])?.click()
    else if (target) select(target.id)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    const tool = tools.find(({ letter, isPossible }) => event.code === `Key${letter}` && isPossible)
    const picked = digit && choices[Number(digit) - 1]
    if (event.code === 'KeyE' || event.code === 'KeyQ') goRound(event.code === 'KeyE' ? 1 : -1)
    else if (tool) tool.use()
    else if (picked) choose(picked)
    else if (event.code === 'Escape' && open) setOpen(undefined)
    else if (event.code === 'Enter' && event.target === surface.current && target) select(target.id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const ids = useMemo(() => new Set(targets.map(({ id }) => id)), [targets])
  const shown = pointed !== undefined && ids.has(pointed) ? pointed : target?.id
  return (
    <div
      ref={surface}
      className="cell-surface"
      data-vignette={comfort.vignette || undefined}
      role="application"
      aria-label={text('cell.label')}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (isTurnedAway) turnTo({ on: 'room' })
      }}
      onClickCapture={(event) => {
        // A locked pointer has no place of its own: the click means what one looks at.
        if (document.pointerLockElement !== surface.current) return
        event.stopPropagation()
        if (target) select(target.id)
      }}
    >
      <CellCanvas quality={quality} onFailed={onFailed} onMeasured={onMeasured}>
        <OfficerCamera
          place={place}
          snapshot={snapshot}
          focus={central}
          eyes={eyes}
          surface={surface}
          sticks={sticks}
          reducedMotion={reducedMotion}
          comfort={comfort}
          onWalked={walked}
          onLooked={look}
        />
        <Pointing ids={ids} pointed={pointed} onPoint={setPointed} onSelect={select}>
          <RoomScene
            place={place}
            propStates={snapshot.props}
            time={snapshot.time}
            highlighted={shown}
            quality={quality}
            reducedMotion={reducedMotion}
          >
            {!reducedMotion && <OfficerHand place={place} cast={cast} snapshot={snapshot} />}
          </RoomScene>
          <PersonShapes place={place} snapshot={snapshot} />
          <StationMarkers targets={targets} highlighted={shown} />
        </Pointing>
        <People place={place} snapshot={snapshot} seed={0} reducedMotion={reducedMotion} quality={quality} />
        <Hook snapshot={snapshot} eyes={eyes} latest={latest} onLost={onFailed} />
      </CellCanvas>
      {mouseLook.isOn && <span className="cell-cross" aria-hidden="true" />}
      <div className="cell-hud">
        {open && choices.length > 0 ? (
          <VerbList
            key={open.list === 'target' ? open.id : open.list}
            name={open.list === 'target' ? nameOf(open.id) : text(`cell.tools.${open.list === 'ways' ? 'go' : 'body'}`)}
            choices={choices}
            surface={surface}
            onChoose={choose}
          />
        ) : (
          shown && (
            <p className="cell-label">
              {nameOf(shown)} <kbd>{text(shown === target?.id ? 'cell.press-enter' : 'cell.press-mouse')}</kbd>
            </p>
          )
        )}
        {mouseLook.isOn && <p className="cell-label">{text('cell.mouse-free')}</p>}
        <ToolBar tools={tools} />
      </div>
    </div>
  )
}

function choicesIn(
  open: Open | undefined,
  { snapshot, targets, wording }: { snapshot: Snapshot; targets: readonly Target[]; wording: Wording },
): readonly Choice[] {
  if (!open) return []
  if (open.list === 'ways') return waysFrom(snapshot, wording)
  if (open.list === 'body') return bodyChoices(snapshot, targets, wording)
  const target = targets.find(({ id }) => id === open.id)
  return target ? choicesFor(target, wording) : []
}
