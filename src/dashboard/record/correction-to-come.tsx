import type { LedgerEvent } from '../../../events/registry.ts'
import { DifferencesTable } from '../evidence/differences-table.tsx'
import { useEntry } from '../state/use-entry.ts'
import { useNames } from '../state/use-names.ts'
import { eventLine } from '../words/event-line.ts'
import { capital, plainWords } from '../words/labels.ts'
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
  const replacement = 'replacement' in told.body ? told.body.replacement : undefined
  return (
    <>
      <dl class="facts">
        <dt>{EFFECTS[told.type] ?? 'Takes out'}</dt>
        <dd dir="auto">
          Entry {entry.event.revision + 1}: {eventLine(entry.event, names)}
        </dd>
        {reason !== undefined && [
          <dt key="reason">Reason</dt>,
          <dd key="reason value">{capital(plainWords(reason))}</dd>,
        ]}
        {note !== undefined && [
          <dt key="note">Note</dt>,
          <dd key="note value" dir="auto">
            {note}
          </dd>,
        ]}
      </dl>
      {replacement !== undefined && (
        <DifferencesTable
          before={flat(asToCome(standing.event))}
          after={flat(replacement as unknown as Told)}
          titles={['It says now', 'It will say']}
        />
      )}
    </>
  )
}

/** The effect of an event on its target. */
const EFFECTS: Readonly<Record<string, string>> = {
  'entry.corrected': 'Puts right',
  'entry.released': 'Makes public',
  'entry.erased': 'Erases',
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
