import { useEffect, useState } from 'preact/hooks'
import { isLive } from '../state/connection.ts'
import { head } from '../state/ledger.ts'
import { messages } from '../words/messages.ts'
import { canCheck } from './hashes.ts'
import { KeyForm } from './key-form.tsx'
import type { LogStanding } from './log-standing.ts'
import { pinned, recallKeys } from './pinned-keys.ts'

/** Entries that come in quick succession are verified together. */
const PAUSE_MS = 300

/** The line that says how far the log is verified, and by whom it was witnessed. */
export function LogLine({ negotiation }: { negotiation: string }) {
  const [standing, setStanding] = useState<LogStanding | undefined>(undefined)
  const [isRecalled, setRecalled] = useState(false)
  const keys = pinned.value
  const seen = head.value
  const isReached = isLive.value
  useEffect(() => {
    // Without a connection it would fail, and once there is one again it is due.
    if (!canCheck() || seen < 0 || !isReached) return
    let isWanted = true
    const verify = async () => {
      if (!isRecalled) {
        await recallKeys(negotiation)
        setRecalled(true)
        return
      }
      if (keys.length === 0) {
        setStanding({ kind: 'unpinned', size: seen + 1 })
        return
      }
      const found = await import('./log-standing.ts').then(
        ({ logStanding }) => logStanding(negotiation, keys),
        (): LogStanding => ({ kind: 'unreached', why: messages.shell.noService }),
      )
      if (isWanted) setStanding(found)
    }
    const timer = setTimeout(() => void verify(), PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [negotiation, keys, seen, isReached, isRecalled])
  return (
    <details class={`log-line ${standing?.kind === 'refused' ? 'alarm' : ''}`}>
      <summary>
        <span role="status">{canCheck() ? told(standing) : messages.proof.cannot}</span>
      </summary>
      {isRecalled && <KeyForm negotiation={negotiation} />}
      <p class="faint">
        {messages.proof.lineProves} <code>ledger verify</code>.
      </p>
    </details>
  )
}

function told(standing: LogStanding | undefined): string {
  if (standing === undefined) return messages.proof.notYet
  if (standing.kind === 'refused') return messages.proof.refused(standing.why)
  if (standing.kind === 'unreached') return messages.proof.unreached(standing.why)
  if (standing.kind === 'unpinned') return messages.proof.unpinned(standing.size)
  return messages.proof.verified(standing.size, standing.witnesses.join(', '))
}
