import { useMemo } from 'preact/hooks'
import { isEmpty, isThere } from '../state/ledger.ts'
import { mayRecordType, ownParties } from '../state/own-access.ts'
import { messages } from '../words/messages.ts'
import {
  begin,
  chosenSource,
  discard,
  keepReport,
  readFrom,
  receipt,
  sheet,
  take,
  unfinished,
} from './desk.ts'
import { ReceiptShown } from './receipt-shown.tsx'
import { ReportProposals } from './report-proposals.tsx'
import { commandTypes, type Schemas } from './schema.ts'
import type { SendOutcome } from './send.ts'
import { SheetForm } from './sheet-form.tsx'
import { TypeChoice } from './type-choice.tsx'
import { Unfinished } from './unfinished.tsx'
import { initial, type Members } from './values.ts'

/** The type that opens a ledger: before it there is nothing else to record. */
const OPENING = 'negotiation.opened'
/** The type that the service alone records, once two admins have asked for it. */
const BY_SERVICE = 'entry.erased'

function isOffered(type: string): boolean {
  if (isEmpty.value) return type === OPENING
  return type !== OPENING && type !== BY_SERVICE && mayRecordType(type)
}

/** A form for each type of entry; those begun wait until they are done. */
export function EntryForm({ schemas }: { schemas: Schemas }) {
  const types = useMemo(() => commandTypes(schemas), [schemas])
  const open = sheet.value
  const schema = open && types.get(open.type)
  const choose = (type: string) => {
    const waiting = unfinished.peek().findLast((one) => one.type === type)
    const of = types.get(type)
    if (waiting !== undefined || of === undefined) return take(waiting?.key)
    begin(type, { ...(initial(of, schemas) as Members), ...carried(open?.value) })
  }
  const accept = ({ events }: SendOutcome, command: Members) => {
    if (command.type === 'source.recorded') {
      keepReport('')
      readFrom(command.held === 'text' ? String(command.source) : '')
    }
    discard()
    receipt.value = { events, level: command.level as string | undefined }
    isThere.value = true
  }
  const parties = ownParties()
  const offered = useMemo(
    () => new Map([...types].filter(([type]) => isOffered(type))),
    [types, isEmpty.value, parties],
  )
  return (
    <section class="entry-form" aria-labelledby="entry-form-title">
      <h3 id="entry-form-title" tabIndex={-1}>
        {messages.record.theEntry}
      </h3>
      <p class="faint">{messages.record.nothingBefore}</p>
      {parties !== undefined && (
        <p class="faint">{messages.record.ownParties(parties.join(', '))}</p>
      )}
      <TypeChoice types={offered} chosen={open?.type} choose={choose} />
      <Unfinished />
      {receipt.value !== undefined && (
        <ReceiptShown receipt={receipt.value} schemas={schemas} key={receipt.value.events[0]?.id} />
      )}
      {open === undefined && chosenSource.value !== '' && (
        <ReportProposals key={chosenSource.value} source={chosenSource.value} />
      )}
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
