import { useEffect, useState } from 'preact/hooks'

/** Nobody wonders before, in milliseconds. */
const LATE = 1500

/** True if what is awaited has not changed for a while; at undefined nothing is awaited. */
export function useLate(awaited: unknown): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (awaited === undefined) return
    const timer = setTimeout(() => setLate(true), LATE)
    return () => clearTimeout(timer)
  }, [awaited])
  return isLate
}
