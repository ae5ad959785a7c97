import type { Object3D } from 'three'

/**
 * For the `ref` of what never moves against what holds it: where it is, is reckoned now and not in every frame. It still
 * goes along with a door it hangs on.
 */
export const standsStill = (object: Object3D | null): void => {
  if (!object) return
  object.matrixAutoUpdate = false
  object.updateMatrix()
}
