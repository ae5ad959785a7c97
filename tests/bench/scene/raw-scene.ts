import { Light, Mesh, type Object3D, Scene, SpotLight, WebGLRenderer, type WebGLRendererParameters } from 'three'
import { clone } from 'three/addons/utils/SkeletonUtils.js'

/** The same picture by three.js alone: every mesh that is drawn, at its place in a flat scene, and the lights. */
export type RawScene = { readonly gl: WebGLRenderer; readonly scene: Scene; readonly dispose: () => void }

/**
 * @param from the scene whose geometries, materials and lights are shown; they are shared, not copied
 * @param like the renderer whose size, tone and shadows are taken over
 */
export function rawSceneOf(from: Scene, like: WebGLRenderer, how: WebGLRendererParameters): RawScene {
  const gl = new WebGLRenderer({ ...how, canvas: document.createElement('canvas') })
  gl.setPixelRatio(like.getPixelRatio())
  gl.setSize(like.domElement.clientWidth, like.domElement.clientHeight, false)
  gl.toneMapping = like.toneMapping
  gl.toneMappingExposure = like.toneMappingExposure
  gl.shadowMap.enabled = like.shadowMap.enabled
  gl.shadowMap.type = like.shadowMap.type
  gl.shadowMap.autoUpdate = false
  gl.shadowMap.needsUpdate = true
  const scene = new Scene()
  scene.background = from.background
  scene.environment = from.environment
  collect(from, scene)
  return {
    gl,
    scene,
    dispose: () => {
      gl.dispose()
      gl.forceContextLoss()
    },
  }
}

function collect(from: Object3D, into: Scene): void {
  if (!from.visible) return
  if (from.userData.posed) {
    put(clone(from), from, into)
    return
  }
  if (from instanceof Mesh || from instanceof Light) {
    const copy = from.clone(false)
    if (copy instanceof SpotLight && from instanceof SpotLight) copy.target = from.target
    put(copy, from, into)
  }
  for (const child of from.children) collect(child, into)
}

function put(copy: Object3D, from: Object3D, into: Scene): void {
  from.updateWorldMatrix(true, false)
  from.matrixWorld.decompose(copy.position, copy.quaternion, copy.scale)
  copy.matrixAutoUpdate = true
  into.add(copy)
}

/** Waits for the picture: the call to draw returns before it is there. */
export function settle(gl: WebGLRenderer): void {
  const context = gl.getContext()
  context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4))
}

/**
 * Lets the page do all but draw: software WebGL on two cores would else take most of the machine, and the queue to it
 * would be what is timed.
 */
export function withoutPixels(): void {
  WebGL2RenderingContext.prototype.drawElements = () => {}
  WebGL2RenderingContext.prototype.drawArrays = () => {}
}
