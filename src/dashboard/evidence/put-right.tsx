import type { LedgerEvent } from '../../../events/registry.ts'
import { useEntry } from '../state/use-entry.ts'
import { messages } from '../words/messages.ts'
import { type Said, saidBy } from '../words/said.ts'
import { DifferencesTable } from './differences-table.tsx'

/** The change that one correction made in what it corrects, old beside new, and the reason. */
export function PutRight({ correction }: { correction: LedgerEvent }) {
  const { note, target } = correction.body as { note?: string; target: string }
  const corrected = useEntry(target)?.event
  const [before, after] = [corrected?.id === target && saidBy(corrected), saidBy(correction)]
  return (
    <>
      {note !== undefined && <p dir="auto">{note}</p>}
      {before && after && (
        <DifferencesTable
          before={membersOf(before)}
          after={membersOf(after)}
          titles={[messages.evidence.itSaid, messages.evidence.itSays]}
        />
      )}
    </>
  )
}

function membersOf({ type, body, occurred }: Said): object {
  return { type, occurred, ...body }
}
