import { useEffect, useState } from 'react'
import { requestWriter, type WriterClaim } from '#storage'

/** This tab's claim to write a session. `wasPromoted`: it waited in line and its turn has come. */
export type Claimed = { readonly claim: WriterClaim | undefined; readonly wasPromoted: boolean }

/** Asks to write the session while the view is there, and gives it up after. */
export function useWriterClaim(sessionId: string): Claimed {
  const [claimed, setClaimed] = useState<Claimed>({ claim: undefined, wasPromoted: false })
  useEffect(() => {
    let left = false
    let held: WriterClaim | undefined
    void requestWriter(sessionId).then((claim) => {
      held = claim
      if (left) return void claim.release()
      setClaimed({ claim, wasPromoted: false })
      claim.onPromoted(() => setClaimed({ claim, wasPromoted: true }))
    })
    return () => {
      left = true
      void held?.release()
    }
  }, [sessionId])
  return claimed
}
