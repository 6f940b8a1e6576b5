import { useEffect, useState } from 'preact/hooks'
import { RoleLacking } from '../parts/role-lacking.tsx'
import { attempt, awaited } from '../state/connection.ts'
import { isEmpty, ledger } from '../state/ledger.ts'
import { moment } from '../state/moment.ts'
import { mayUse } from '../state/own-access.ts'
import { go, restedRoute } from '../state/route.ts'
import { readableEntry } from '../state/use-entry.ts'
import { utcDay } from '../words/instant.ts'
import { messages } from '../words/messages.ts'
import { begin, openDesk, sheet } from './desk.ts'
import { EntryForm } from './entry-form.tsx'
import { ReportDesk } from './report-desk.tsx'
import { loadSchemas, type Schemas } from './schema.ts'
import { asGiven, type Members } from './values.ts'

/** Recording; for whoever may not, what they lack. */
export function RecordView() {
  if (mayUse('recordEvents')) return <RecordDesk />
  return (
    <>
      <h2>{messages.shell.viewTitles.record}</h2>
      <RoleLacking act={messages.record.toRecord} roles={['recorder']} scope="record" />
    </>
  )
}

/** Recording, for people who do not write requests: a report on one side, an entry on the other. */
function RecordDesk() {
  const [schemas, setSchemas] = useState<Schemas>()
  const { negotiation = '', query } = restedRoute.value
  useEffect(() => {
    if (schemas !== undefined) return
    awaited(loadSchemas()).then(setSchemas, () => undefined)
  }, [attempt.value])
  openDesk(negotiation)
  useEffect(() => {
    const { correct, void: taken, release, open } = query
    if (isEmpty.value && (open !== undefined || sheet.peek() === undefined)) {
      begin('negotiation.opened', { title: open ?? '', occurred: '' })
    }
    if (correct !== undefined) void putRight(correct)
    else if (taken !== undefined) begin('entry.voided', { target: taken, occurred: utcDay() })
    else if (release !== undefined) begin('entry.released', { target: release, occurred: utcDay() })
    else if (open === undefined) return
    const none = { correct: undefined, void: undefined, release: undefined, open: undefined }
    go({ query: none }, 'replace')
  }, [query])
  return (
    <>
      <h2>{messages.shell.viewTitles.record}</h2>
      {schemas !== undefined && (
        <div class="desk">
          <ReportDesk schemas={schemas} />
          <EntryForm schemas={schemas} />
        </div>
      )}
    </>
  )
}

/** Puts a correction on the desk, in which the entry stands as it does now. */
async function putRight(id: string): Promise<void> {
  const at = moment.peek()
  const shown = ledger.peek()
  if (at === undefined || shown === undefined) return
  const read = async (event: string | number) =>
    readableEntry(await shown.read('event', { event }, at))
  const entry = await read(id)
  if (entry === undefined) return
  const { standing } = entry
  const latest = standing === null ? undefined : await read(standing.revision)
  const event = latest?.event ?? entry.event
  const fact = event.type === 'entry.corrected' ? event.body.replacement : event
  const replacement = { ...(asGiven(fact.body) as Members), type: fact.type }
  begin('entry.corrected', {
    target: id,
    occurred: utcDay(),
    reason: '',
    replacement: { ...replacement, occurred: fact.occurred.text },
  })
}
