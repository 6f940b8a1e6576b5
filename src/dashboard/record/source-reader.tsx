import { useState } from 'preact/hooks'
import { useReading } from '../state/use-reading.ts'
import { begin, sheet, write } from './desk.ts'
import { type Quote, quoteOf } from './quote.ts'
import { commandTypes, type Schema, type Schemas } from './schema.ts'
import { initial, type Members } from './values.ts'

/** What the words of a report most often show. */
const OFTEN: readonly (readonly [type: string, label: string])[] = [
  ['statement.recorded', 'a statement'],
  ['meeting.announced', 'a meeting announced'],
  ['meeting.convened', 'a meeting convened'],
  ['draft.revisionReported', 'a draft revision'],
  ['party.listed', 'a party'],
  ['person.named', 'a person'],
  ['issue.raised', 'a contested point'],
]

/** A report that the ledger holds: words that are selected in it become the evidence of an entry. */
export function SourceReader({ id, schemas }: { id: string; schemas: Schemas }) {
  const found = useReading('source', { id })
  const [quote, setQuote] = useState<Quote>()
  if (found?.text === undefined) return null
  const { text, language, published } = found
  const select = ({ selectionStart, selectionEnd }: HTMLTextAreaElement) =>
    setQuote(quoteOf(text, selectionStart, selectionEnd))
  const show = (type: string) => {
    const schema = commandTypes(schemas).get(type) as Schema
    begin(type, {
      ...(initial(schema, schemas) as Members),
      occurred: published.text,
      ...(type === 'statement.recorded' ? { text: quote?.exact, language } : {}),
      evidence: [{ source: id, quote }],
    })
  }
  const add = () => {
    const open = sheet.peek()
    if (open === undefined) return
    const before = (open.value.evidence ?? []) as readonly unknown[]
    write(open.type, { ...open.value, evidence: [...before, { source: id, quote }] })
  }
  return (
    <>
      <div class="field">
        <label for="source-reader">Select the words that show something</label>
        <textarea
          id="source-reader"
          class="source-reader"
          readOnly
          rows={18}
          lang={language}
          dir="auto"
          value={text}
          onSelect={(event) => select(event.currentTarget)}
        />
      </div>
      <div class="selected" role="status">
        {quote === undefined ? (
          <p class="faint">Nothing is selected.</p>
        ) : (
          <blockquote dir="auto">{quote.exact}</blockquote>
        )}
      </div>
      <fieldset class="shows" disabled={quote === undefined}>
        <legend>These words show</legend>
        {OFTEN.map(([type, label]) => (
          <button key={type} type="button" onClick={() => show(type)}>
            {label}
          </button>
        ))}
        {sheet.value !== undefined && (
          <button type="button" onClick={add}>
            the entry that is open, too
          </button>
        )}
      </fieldset>
    </>
  )
}
