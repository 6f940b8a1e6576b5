import { useMemo, useState } from 'preact/hooks'
import { EntryLink } from '../parts/entry-link.tsx'
import { isEmpty, isThere } from '../state/ledger.ts'
import { typeTitle } from '../words/labels.ts'
import { begin, discard, keepReport, sheet, take, unfinished } from './desk.ts'
import { commandTypes, type Schemas } from './schema.ts'
import type { SendOutcome } from './send.ts'
import { SheetForm } from './sheet-form.tsx'
import { Unfinished } from './unfinished.tsx'
import { initial, type Members } from './values.ts'

/** The type that opens a ledger: before it there is nothing else to record. */
const OPENING = 'negotiation.opened'

/** A form for each type of entry; those begun wait until they are done. */
export function EntryForm({ schemas }: { schemas: Schemas }) {
  const types = useMemo(() => commandTypes(schemas), [schemas])
  const [recorded, setRecorded] = useState<SendOutcome>()
  const open = sheet.value
  const schema = open && types.get(open.type)
  const choose = (type: string) => {
    setRecorded(undefined)
    const waiting = unfinished.peek().findLast((one) => one.type === type)
    const of = types.get(type)
    if (waiting !== undefined || of === undefined) return take(waiting?.key)
    begin(type, { ...(initial(of, schemas) as Members), ...carried(open?.value) })
  }
  const accept = (answer: SendOutcome) => {
    if (open?.type === 'source.recorded') keepReport('')
    setRecorded(answer)
    discard()
    isThere.value = true
  }
  const offered = [...types.keys()].filter((type) => !isEmpty.value || type === OPENING)
  return (
    <section class="entry-form" aria-labelledby="entry-form-title">
      <h3 id="entry-form-title">The entry</h3>
      <p class="faint">
        Nothing is recorded before you have seen what it will be. What is unfinished stays on this
        machine.
      </p>
      <div class="field">
        <label for="entry-type">What happened</label>
        <select
          id="entry-type"
          value={open?.type ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">Choose</option>
          {offered.map((type) => (
            <option key={type} value={type}>
              {typeTitle(type)}
            </option>
          ))}
        </select>
      </div>
      <Unfinished />
      {open === undefined &&
        recorded?.events.map(({ id, revision }) => (
          <p key={id} class="notice" role="status">
            Recorded as <EntryLink id={id}>entry {revision + 1}</EntryLink>.
          </p>
        ))}
      {open !== undefined && schema !== undefined && (
        <SheetForm key={open.key} open={open} schema={schema} schemas={schemas} onDone={accept} />
      )}
    </section>
  )
}

/** Date and evidence, which go with the reader when another type is chosen instead. */
function carried(value: Members | undefined): Members {
  const { occurred, evidence } = value ?? {}
  return {
    ...(occurred === undefined ? {} : { occurred }),
    ...(evidence === undefined ? {} : { evidence }),
  }
}
