import { useEffect, useState } from 'react'

/** Whether this browser can seal, and so may assess; asked once, and taken for granted until it answers. */
export function useSealing(): boolean {
  const [isSealing, setSealing] = useState(true)
  useEffect(() => void import('#sealing').then(async ({ canSeal }) => setSealing(await canSeal())), [])
  return isSealing
}
