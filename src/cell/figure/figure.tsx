import { useGLTF } from '@react-three/drei'
import { useFrame, useThree } from '@react-three/fiber'
import { Suspense, useEffect, useMemo, useRef } from 'react'
import type { Group } from 'three'
import type { Headwear } from '#core/scenario'
import type { Quality } from '../quality.ts'
import { Blanket } from './blanket.tsx'
import { createContact, placeContact } from './contact.ts'
import { speechOf } from './lips.ts'
import { applyPose, disposeModel, modelOf, showDetail } from './model.ts'
import { createFigured, poseAt, type Said } from './pose.ts'
import { createNotice, notice } from './reaction.ts'
import type { Showing } from './showing.ts'
import { beginTrack, cueTrack, type Track } from './track.ts'

type Props = {
  readonly model: string
  readonly wears?: Headwear | undefined
  /** holds it in his right hand instead */ readonly bareheaded?: boolean | undefined
  readonly showing: Showing
  /** what he says now; another key is another utterance */ readonly says?:
    | { readonly key: string; readonly text: string }
    | undefined
  readonly seed: number
  /** behind a shut door he need not be drawn */ readonly isHidden?: boolean
  /** moves by himself and goes over from state to state; else one still picture per state */ readonly animate: boolean
  readonly quality: Quality
  /** shows this moment and no other, ms since he began to show what he shows, coming from `from` */ readonly atMs?:
    | number
    | undefined
  readonly from?: Showing | undefined
}

/** One person: his model, posed by what he shows. */
export function Figure(props: Props) {
  return (
    <Suspense fallback={null}>
      <Body {...props} />
    </Suspense>
  )
}

/** A still figure is shown so long after it began to show something: gestures are then held. */
const STILL_MS = 1200

function Body({
  model: file,
  wears,
  bareheaded = false,
  showing,
  says,
  seed,
  animate,
  quality,
  atMs,
  from,
  isHidden = false,
}: Props) {
  const { scene } = useGLTF(`/models/${file}.glb`, false, true)
  const invalidate = useThree((three) => three.invalidate)
  const group = useRef<Group>(null)
  const model = useMemo(() => modelOf(scene, quality, wears, bareheaded), [scene, quality, wears, bareheaded])
  useEffect(() => () => disposeModel(model), [model])
  const figured = useMemo(() => createFigured(model.build), [model.build])
  const contact = useMemo(createContact, [])
  useEffect(() => () => contact.geometry.dispose(), [contact])
  const track = useRef<Track>(undefined)
  const said = useRef<Said>(undefined)
  const noticed = useRef(createNotice())
  const around = useRef({
    officer: { x: 0, y: 1.6, z: 0 },
    pressure: 0,
    said: undefined as Said | undefined,
    still: false,
  })

  const shown = JSON.stringify(showing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is compared by what it says
  useEffect(() => {
    track.current =
      track.current?.build === model.build && animate
        ? cueTrack(track.current, showing, performance.now())
        : from
          ? cueTrack(beginTrack(from, model.build, seed), showing, 0)
          : beginTrack(showing, model.build, seed, animate ? performance.now() : 0)
    invalidate()
  }, [shown, model, animate, seed, atMs, invalidate])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key tells utterances apart
  useEffect(() => {
    if (says) said.current = { speech: speechOf(says.text), atMs: performance.now() }
    invalidate()
  }, [says?.key, invalidate])

  useFrame(({ camera }, stepS) => {
    const self = group.current
    const current = track.current
    if (!self || !current || isHidden) return
    const { officer } = around.current
    officer.x = camera.position.x
    officer.y = camera.position.y
    officer.z = camera.position.z
    const apart = Math.hypot(officer.x - figured.stand.x, officer.z - figured.stand.z)
    notice(noticed.current, apart, animate ? Math.min(stepS, 0.1) : 9)
    around.current.pressure = noticed.current.pressure
    around.current.still = !animate
    around.current.said = animate ? said.current : undefined
    poseAt(current, animate ? performance.now() : (atMs ?? STILL_MS), around.current, figured)
    showDetail(model, apart, quality)
    applyPose(model, figured, self)
    placeContact(contact, figured)
    self.userData.posed = true
    if (animate) invalidate()
  })
  return (
    <group visible={!isHidden}>
      <group ref={group}>
        <primitive object={model.scene} />
        <primitive object={contact} />
      </group>
      <Blanket
        showing={showing}
        build={model.build}
        seed={seed}
        figured={figured}
        animate={animate}
        shadows={quality !== 'low'}
      />
    </group>
  )
}
