import type { LedgerEvent } from '../../../events/registry.ts'
import { ValueTold } from '../evidence/value-told.tsx'
import { useReading } from '../state/use-reading.ts'
import { eventLine } from '../words/event-line.ts'
import { capital, plain } from '../words/labels.ts'
import { differences } from './changes.ts'
import { type Told, toldOf } from './command.ts'
import { memberAt, placeText } from './place-text.ts'
import { asGiven, type Members } from './values.ts'

type Correction = Extract<LedgerEvent, { type: 'entry.corrected' | 'entry.voided' }>

/** A correction before it is recorded: which entry, why, and what changes in it. */
export function CorrectionTold({ told }: { told: Told }) {
  const { target, reason, note } = told.body as Correction['body']
  const entry = useReading('entry', { id: target })
  const standing = useReading('entry', { id: entry?.standing?.revision ?? target })
  if (entry === undefined || standing === undefined) return null
  const replacement = 'replacement' in told.body ? told.body.replacement : undefined
  return (
    <>
      <dl class="facts">
        <dt>{replacement === undefined ? 'Takes out' : 'Puts right'}</dt>
        <dd dir="auto">
          Entry {entry.event.revision + 1}: {eventLine(entry.event)}
        </dd>
        <dt>Reason</dt>
        <dd>{capital(plain(reason))}</dd>
        {note !== undefined && [
          <dt key="note">Note</dt>,
          <dd key="note value" dir="auto">
            {note}
          </dd>,
        ]}
      </dl>
      {replacement !== undefined && (
        <Changes before={asToCome(standing.event)} after={replacement as unknown as Told} />
      )}
    </>
  )
}

function Changes({ before, after }: { before: Told; after: Told }) {
  const found = differences(flat(before), flat(after))
  if (found.length === 0) return <p class="notice doubt">Nothing in the entry changes.</p>
  return (
    <table class="changes">
      <caption>What changes</caption>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">It says now</th>
          <th scope="col">It will say</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ path, from, to }) => (
          <tr key={path.join()}>
            <th scope="row">{placeText(path)}</th>
            {[from, to].map((value, place) => (
              <td key={place === 0 ? 'from' : 'to'} dir="auto">
                {value === undefined ? (
                  <span class="faint">nothing</span>
                ) : (
                  <ValueTold name={memberAt(path)} value={value} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What an entry says now, in the form that its replacement has before it is recorded. */
function asToCome(event: LedgerEvent): Told {
  const fact = event.type === 'entry.corrected' ? event.body.replacement : event
  const { type, occurred, body } = fact
  return toldOf({ type, occurred: occurred.text, ...(asGiven(body) as Members) })
}

function flat({ type, occurred, body }: Told): Members {
  return { type, occurred, ...body }
}
