import { useRef, useState } from 'preact/hooks'
import { EntryLink } from '../parts/entry-link.tsx'
import { route } from '../state/route.ts'
import { utcDay } from '../words/instant.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { ownMeaning } from '../words/own-meaning.ts'
import type { DeskReceipt } from './desk.ts'
import { FaultList } from './fault-list.tsx'
import { commandTypes, resolved, type Schemas } from './schema.ts'
import { type SendOutcome, type ShownRefusal, send } from './send.ts'
import type { Members } from './values.ts'

interface Props {
  readonly receipt: DeskReceipt
  readonly schemas: Schemas
}

interface Undone extends SendOutcome {
  readonly reason: string
}

/** The entries that were just recorded, with the offer to void them, and the effect once that is done. */
export function ReceiptShown({ receipt, schemas }: Props) {
  const { events } = receipt
  const [isAsking, setAsking] = useState(false)
  const [undone, setUndone] = useState<Undone>()
  return (
    <div class="notice receipt" role="status">
      <p>
        {messages.record.recordedAs} <EventRange events={events} />.{' '}
        {undone === undefined && !isAsking && (
          <button type="button" onClick={() => setAsking(true)}>
            {messages.record.undo}
          </button>
        )}
      </p>
      {undone !== undefined && (
        <p>
          {messages.record.voidedAs(plainWords(undone.reason))}{' '}
          <EventRange events={undone.events} />. {messages.record.voidedMeans}
        </p>
      )}
      {undone === undefined && isAsking && (
        <Undo
          receipt={receipt}
          schemas={schemas}
          onDone={setUndone}
          onKeep={() => setAsking(false)}
        />
      )}
    </div>
  )
}

interface UndoProps extends Props {
  readonly onDone: (undone: Undone) => void
  readonly onKeep: () => void
}

/** Asks why the entries are taken out, since that is recorded too. */
function Undo({ receipt: { events, level }, schemas, onDone, onKeep }: UndoProps) {
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<ShownRefusal & { readonly commands: readonly Members[] }>()
  const key = useRef(crypto.randomUUID())
  const reasons = reasonsIn(schemas)
  const undo = async () => {
    const occurred = utcDay()
    // The latest first: an entry is voided before the one that it names.
    const commands = events.toReversed().map(({ id }) => ({
      ...{ type: 'entry.voided', occurred, target: id, reason },
      ...(level === undefined ? {} : { level }),
    }))
    const outcome = await send(route.peek().negotiation ?? '', commands, key.current, false)
    if ('errors' in outcome) setRefusal({ ...outcome, commands })
    else onDone({ ...outcome, reason })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void undo()
      }}
    >
      <div class="field">
        <label for="undo-reason">{messages.record.whyWrong}</label>
        <select
          id="undo-reason"
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        >
          <option value="">{messages.record.chooseOne}</option>
          {Object.entries(reasons).map(([id, meaning]) => (
            <option key={id} value={id}>
              {ownMeaning(plainWords(id), meaning)}
            </option>
          ))}
        </select>
      </div>
      {refusal !== undefined && (
        <FaultList
          refusal={refusal}
          entries={refusal.commands.map((command) => ({ command, shownAt: 'undo-reason' }))}
        />
      )}
      <p class="form-actions">
        <button type="submit">{messages.record.voidThem(events.length)}</button>
        <button type="button" class="quiet" onClick={onKeep}>
          {messages.record.keep}
        </button>
      </p>
    </form>
  )
}

/** The reasons for which an entry is voided, with their meanings. */
function reasonsIn(schemas: Schemas): Readonly<Record<string, string>> {
  const reason = commandTypes(schemas).get('entry.voided')?.properties?.reason ?? {}
  return resolved(reason, schemas)['x-enumDescriptions'] ?? {}
}

function EventRange({ events }: Pick<SendOutcome, 'events'>) {
  const [first, last] = [events[0], events.at(-1)]
  if (first === undefined || last === undefined) return null
  return (
    <>
      <EntryLink id={first.id}>{messages.terms.entry(first.revision)}</EntryLink>
      {last !== first && (
        <>
          {` ${messages.record.upTo} `}{' '}
          <EntryLink id={last.id}>{messages.terms.entry(last.revision)}</EntryLink>
        </>
      )}
    </>
  )
}
