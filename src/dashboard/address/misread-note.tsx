import { useEffect, useState } from 'preact/hooks'
import { head, ledger } from '../state/ledger.ts'
import { now, rested } from '../state/moment.ts'
import { restedRoute } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import { knownHere } from './known-here.ts'
import { findMisread } from './misread.ts'

const NONE: readonly string[] = []

/** The one place that tells what of the address was not understood, and what would be right. */
export function MisreadNote() {
  const [faults, setFaults] = useState(NONE)
  const [shown, at, asked] = [ledger.value, rested.value, restedRoute.value]
  useEffect(() => {
    if (shown === undefined || at === undefined) return
    let isWanted = true
    findMisread(asked, knownHere(shown, at, now.peek())).then(
      (found) => isWanted && setFaults(found.length === 0 ? NONE : found),
      // The service is away, which is told elsewhere.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [shown, at, asked, head.value])
  if (faults.length === 0) return null
  return (
    <div class="notice doubt no-print" role="status">
      {faults.length === 1 ? (
        <p>{faults[0]}</p>
      ) : (
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <p>{messages.address.without}</p>
    </div>
  )
}
