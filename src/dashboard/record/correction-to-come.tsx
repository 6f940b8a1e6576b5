import type { LedgerEvent } from '../../../events/registry.ts'
import { DifferencesTable } from '../evidence/differences-table.tsx'
import { useEntry } from '../state/use-entry.ts'
import { useNames } from '../state/use-names.ts'
import { eventLine } from '../words/event-line.ts'
import { capital, plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { type Told, toldOf } from './command.ts'
import { asGiven, type Members } from './values.ts'

type Correction = Extract<LedgerEvent, { type: 'entry.corrected' | 'entry.voided' }>

/** A correction or a release before it is recorded: of which entry, why, and what changes in it. */
export function CorrectionToCome({ told }: { told: Told }) {
  const { target, reason, note } = told.body as Partial<Correction['body']> & { target: string }
  const names = useNames()
  const entry = useEntry(target)
  const standing = useEntry(entry?.standing?.revision ?? target)
  if (entry === undefined || standing === undefined) return null
  const effects: Readonly<Record<string, string>> = messages.record.effects
  const replacement = 'replacement' in told.body ? told.body.replacement : undefined
  return (
    <>
      <dl class="facts">
        <dt>{effects[told.type] ?? messages.evidence.takesOut}</dt>
        <dd dir="auto">
          {messages.terms.entryTitle(entry.event.revision)}: {eventLine(entry.event, names)}
        </dd>
        {reason !== undefined && [
          <dt key="reason">{messages.record.reason}</dt>,
          <dd key="reason value">{capital(plainWords(reason))}</dd>,
        ]}
        {note !== undefined && [
          <dt key="note">{messages.record.note}</dt>,
          <dd key="note value" dir="auto">
            {note}
          </dd>,
        ]}
      </dl>
      {replacement !== undefined && (
        <DifferencesTable
          before={flat(asToCome(standing.event))}
          after={flat(replacement as unknown as Told)}
          titles={[messages.record.saysNow, messages.record.willSay]}
        />
      )}
    </>
  )
}

/** The standing fact of an entry, in the form that its replacement has before it is recorded. */
function asToCome(event: LedgerEvent): Told {
  const fact = event.type === 'entry.corrected' ? event.body.replacement : event
  const { type, occurred, body } = fact
  return toldOf({ type, occurred: occurred.text, ...(asGiven(body) as Members) })
}

function flat({ type, occurred, body }: Told): Members {
  return { type, occurred, ...body }
}
