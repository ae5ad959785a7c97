import { BoxGeometry, Group, Mesh, MeshBasicMaterial, Texture } from 'three'
import { expect, it } from 'vitest'
import { letGo } from './let-go.ts'

it('gives back every shape, surface and picture below a scene', () => {
  const given: string[] = []
  const map = new Texture()
  const mesh = new Mesh(new BoxGeometry(), new MeshBasicMaterial({ map }))
  for (const [name, part] of Object.entries({ shape: mesh.geometry, surface: mesh.material, picture: map }))
    part.addEventListener('dispose', () => void given.push(name))
  letGo(new Group().add(new Group().add(mesh)))
  expect(given.sort()).toEqual(['picture', 'shape', 'surface'])
})
