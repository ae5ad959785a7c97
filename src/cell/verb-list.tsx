import { type RefObject, useLayoutEffect, useRef } from 'react'
import { Button } from '#ui'
import type { Choice } from './choices.ts'

type Props = {
  readonly name: string
  readonly choices: readonly Choice[]
  readonly surface: RefObject<HTMLElement | null>
  readonly onChoose: (choice: Choice) => void
}

/** What can be done, with number keys for the first nine. The keys stay in the room when it goes. */
export function VerbList({ name, choices, surface, onChoose }: Props) {
  const list = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => {
    const [self, room] = [list.current, surface.current]
    return () => {
      if (self?.contains(document.activeElement)) room?.focus({ preventScroll: true })
    }
  }, [surface])
  return (
    <fieldset ref={list} className="cell-verbs">
      <legend>{name}</legend>
      {choices.map((choice, n) => (
        <Button key={choice.id} autoFocus={n === 0} onPress={() => onChoose(choice)}>
          {n < 9 && <kbd>{n + 1}</kbd>} {choice.label}
        </Button>
      ))}
    </fieldset>
  )
}
