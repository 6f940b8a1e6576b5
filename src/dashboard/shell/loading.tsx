import { useEffect } from 'preact/hooks'
import { failure } from '../state/connection.ts'
import { openLedger, progress } from '../state/ledger.ts'
import { messages } from '../words/messages.ts'
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
        {failed} {messages.shell.askedAgain}{' '}
        <button type="button" onClick={() => void openLedger(negotiation)}>
          {messages.shell.tryNow}
        </button>
      </p>
    )
  }
  return (
    <p class="notice" role="status">
      {done === undefined ? messages.shell.reading : messages.shell.readingOf(done.folded, done.of)}
      {isLate && ` ${messages.shell.slow}`}
    </p>
  )
}
