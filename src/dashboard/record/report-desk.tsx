import { mayRecordType } from '../state/own-access.ts'
import { useReading } from '../state/use-reading.ts'
import { messages } from '../words/messages.ts'
import { chosenSource, readFrom } from './desk.ts'
import { PasteReport } from './paste-report.tsx'
import type { Schemas } from './schema.ts'
import { SourceReader } from './source-reader.tsx'

/** The report beside the form: a new one, or one that the ledger holds. */
export function ReportDesk({ schemas }: { schemas: Schemas }) {
  const mayMake = mayRecordType('source.recorded')
  const sources = useReading('sources', {})?.sources ?? []
  const held = sources.filter(({ held }) => held === 'text')
  const shown = held.find(({ source }) => source === chosenSource.value)?.source ?? ''
  return (
    <section class="report-desk" aria-labelledby="report-desk-title">
      <h3 id="report-desk-title">{messages.record.theReport}</h3>
      <div class="field read-from">
        <label for="report">{messages.record.readFrom}</label>
        <select id="report" value={shown} onChange={(event) => readFrom(event.currentTarget.value)}>
          <option value="">
            {mayMake ? messages.record.newReport : messages.record.chooseReport}
          </option>
          {held.map(({ source, title, publisher }) => (
            <option key={source} value={source}>
              {title ?? publisher ?? source}
            </option>
          ))}
        </select>
      </div>
      {shown !== '' && <SourceReader id={shown} schemas={schemas} />}
      {shown === '' && mayMake && <PasteReport schemas={schemas} />}
      {shown === '' && !mayMake && <p class="hint">{messages.record.notYours}</p>}
    </section>
  )
}
