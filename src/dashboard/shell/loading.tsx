import { useEffect } from 'preact/hooks'
import { failure } from '../state/connection.ts'
import { openLedger, progress } from '../state/ledger.ts'
import { useLate } from './use-late.ts'

/** So often a ledger that could not be read is asked for again, in milliseconds. */
const RETRY = 3000

/** In place of the views while the ledger is read: how far that is, that it is slow, or why it failed. */
export function Loading({ negotiation }: { negotiation: string }) {
  const [done, failed] = [progress.value, failure.value]
  const isLate = useLate(done?.folded ?? 0)
  useEffect(() => {
    if (failed === undefined) return
    const timer = setInterval(() => void openLedger(negotiation), RETRY)
    return () => clearInterval(timer)
  }, [failed, negotiation])
  if (failed !== undefined) {
    return (
      <p class="notice alarm" role="alert">
        {failed} It is asked again every few seconds.{' '}
        <button type="button" onClick={() => void openLedger(negotiation)}>
          Try now
        </button>
      </p>
    )
  }
  return (
    <p class="notice" role="status">
      {done === undefined
        ? 'Reading the ledger…'
        : `Reading the ledger: ${done.folded} of ${done.of} entries`}
      {isLate && ' The service is slow to answer, and is still being waited for.'}
    </p>
  )
}
