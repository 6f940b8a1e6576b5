import { useNames } from '../state/use-names.ts'
import { messages } from '../words/messages.ts'
import { warningText } from '../words/sentences.ts'
import type { SendOutcome } from './send.ts'

/** The warnings that the ledger will have of what is about to be recorded. */
export function WarningsToCome({ warnings }: Pick<SendOutcome, 'warnings'>) {
  const names = useNames()
  if (warnings?.length === 0) return <p class="faint">{messages.record.noWarning}</p>
  return (warnings ?? []).map((warning) => (
    <p key={JSON.stringify(warning)} class="notice doubt">
      {warningText(warning, names)}
    </p>
  ))
}
