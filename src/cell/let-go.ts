import { useThree } from '@react-three/fiber'
import { useLayoutEffect } from 'react'
import { type Material, Mesh, type Object3D, SkinnedMesh, Texture } from 'three'

/**
 * Gives back what a scene holds on the GPU when its view goes. Models are kept and shown again by later views; each would
 * else hold on to every renderer that ever drew it.
 */
export function useLetGo(): void {
  const scene = useThree((three) => three.scene)
  useLayoutEffect(() => () => letGo(scene), [scene])
}

/** What is let go is not broken: whoever draws it again uploads it again. */
export function letGo(scene: Object3D): void {
  scene.traverse((object) => {
    if (!(object instanceof Mesh)) return
    object.geometry.dispose()
    if (object instanceof SkinnedMesh) object.skeleton.dispose()
    for (const material of [object.material].flat() as Material[]) {
      for (const part of Object.values(material)) if (part instanceof Texture) part.dispose()
      material.dispose()
    }
  })
}
