import { useState } from 'react'
import { usePlayer } from '#player'
import { Button, Dialog, useText } from '#ui'

/** Ends the exercise; an assessment, which is sealed then, asks once more. */
export function EndButton() {
  const text = useText()
  const send = usePlayer((player) => player.send)
  const isAssessed = usePlayer((player) => player.header.mode === 'assessment')
  const [isAsking, setIsAsking] = useState(false)
  const setPaused = usePlayer((player) => player.setPaused)
  const end = () => {
    // While the clock stands still nothing is done, not even this.
    setPaused(false)
    void send({ do: 'end:session' })
  }
  return (
    <>
      <Button onPress={isAssessed ? () => setIsAsking(true) : end}>{text('training.end')}</Button>
      {isAsking && (
        <Dialog
          title={text('assessment.end-title')}
          onClose={() => setIsAsking(false)}
          closing={text('training.go-on')}
          actions={
            <Button
              onPress={() => {
                setIsAsking(false)
                end()
              }}
            >
              {text('assessment.end')}
            </Button>
          }
        >
          <p>{text('assessment.end-what')}</p>
        </Dialog>
      )}
    </>
  )
}
