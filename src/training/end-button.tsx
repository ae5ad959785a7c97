import { useState } from 'react'
import { usePlayer } from '#player'
import { Button, Dialog, useText } from '#ui'

/** Ends the exercise, once asked whether it is meant: nobody can go on with it then. The clock stands still meanwhile. */
export function EndButton() {
  const text = useText()
  const send = usePlayer((player) => player.send)
  const isAssessed = usePlayer((player) => player.header.mode === 'assessment')
  const paused = usePlayer((player) => player.paused)
  const setPaused = usePlayer((player) => player.setPaused)
  const [asking, setAsking] = useState<{ readonly wasPaused: boolean }>()
  const go =
    asking &&
    (() => {
      setAsking(undefined)
      setPaused(asking.wasPaused)
    })
  const end = () => {
    setAsking(undefined)
    // While the clock stands still nothing is done, not even this.
    setPaused(false)
    void send({ do: 'end:session' })
  }
  return (
    <>
      <Button
        onPress={() => {
          setAsking({ wasPaused: paused })
          setPaused(true)
        }}
      >
        {text('training.end')}
      </Button>
      {go && (
        <Dialog
          title={text(isAssessed ? 'assessment.end-title' : 'training.end-title')}
          onClose={go}
          closing={text('training.go-on')}
          actions={<Button onPress={end}>{text(isAssessed ? 'assessment.end' : 'training.end-now')}</Button>}
        >
          <p>{text(isAssessed ? 'assessment.end-what' : 'training.end-what')}</p>
        </Dialog>
      )}
    </>
  )
}
