import { useState } from 'react'
import { usePlayer } from '#player'
import { Button, Dialog, useText } from '#ui'

/** Ends the exercise; an assessment, which is sealed then, asks once more. */
export function EndButton() {
  const text = useText()
  const send = usePlayer((player) => player.send)
  const isAssessed = usePlayer((player) => player.header.mode === 'assessment')
  const [isAsking, setIsAsking] = useState(false)
  const end = () => void send({ do: 'end:session' })
  return (
    <>
      <Button onPress={isAssessed ? () => setIsAsking(true) : end}>{text('training.end')}</Button>
      {isAsking && (
        <Dialog title={text('assessment.end-title')} onClose={() => setIsAsking(false)}>
          <p>{text('assessment.end-what')}</p>
          <Button
            onPress={() => {
              setIsAsking(false)
              end()
            }}
          >
            {text('assessment.end')}
          </Button>
        </Dialog>
      )}
    </>
  )
}
