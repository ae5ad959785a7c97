import type { Place, Pose } from '#core/scenario'
import type { Character, Snapshot } from '#core/session'
import type { FloorPoint } from './collision.ts'
import { poseOf } from './figure/bearing.ts'
import { toGesture } from './figure/gestures.ts'
import { facingOf } from './room/directions.ts'

/** How far before the hips of somebody who sits his feet stand, metres. He rises over them. */
const FEET_AHEAD_M = 0.38
/** Height of the face above the floor, metres. */
const FACE_M = { stand: 1.6, sit: 1.15, lie: 0.6, sleep: 0.6 } as const
/** How near to the middle of somebody one can stand, metres: shoulder to shoulder, or beside his knees. */
const ROOM_M = { stand: 0.44, sit: 0.32 } as const

/** How somebody takes up room at this moment: his gesture counts, for a man who jumps up does not sit. */
export type Body = {
  readonly pose: Pose
  /** under his trunk */ readonly at: FloorPoint
  readonly turn: number
  readonly faceM: number
  /** where one cannot stand because of him; a bed is in the way by itself */
  readonly keepsOff: (FloorPoint & { readonly metres: number }) | undefined
}

export function bodyOf(place: Place, character: Character | undefined): Body | undefined {
  const position = place.positions.find((p) => p.id === character?.position)
  if (!character || !position) return undefined
  const { at, turn } = position
  const gesture = toGesture(character.gesture)
  const pose = poseOf({
    pose: character.pose ?? position.pose,
    behaviour: character.behaviour,
    ...(gesture && { gesture }),
  })
  const facing = facingOf(turn)
  const ahead = position.pose === 'sit' ? FEET_AHEAD_M : 0
  const feet = { x: at.x + facing.x * ahead, z: at.z + facing.z * ahead }
  return {
    pose,
    at: pose === 'stand' ? feet : at,
    turn,
    faceM: FACE_M[pose],
    keepsOff: pose === 'stand' || pose === 'sit' ? { ...feet, metres: ROOM_M[pose] } : undefined,
  }
}

/** Where one cannot stand because somebody else does. */
export const takenBy = (place: Place, characters: Snapshot['characters']) =>
  Object.values(characters).flatMap((character) => bodyOf(place, character)?.keepsOff ?? [])
