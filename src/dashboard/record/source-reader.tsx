import { useState } from 'preact/hooks'
import { normalLines } from '../../../projections/text/lines.ts'
import { mayRecordType } from '../state/own-access.ts'
import { useReading } from '../state/use-reading.ts'
import { messages } from '../words/messages.ts'
import { begin, sheet, writeSheet } from './desk.ts'
import { type Quote, quoteOf } from './quote.ts'
import { commandTypes, type FormSchema, type Schemas } from './schema.ts'
import { initial, type Members } from './values.ts'

/** Types that the words of a report most often show. */
const OFTEN = [
  'statement.recorded',
  'meeting.announced',
  'meeting.convened',
  'meeting.concluded',
  'draft.revisionReported',
  'party.listed',
  'person.named',
  'person.accredited',
  'issue.raised',
] as const

/** Longer words are no name. */
const NAME = 80

/** A report that the ledger holds: words that are selected in it become the evidence of an entry. */
export function SourceReader({ id, schemas }: { id: string; schemas: Schemas }) {
  const found = useReading('source', { source: id })
  const [quote, setQuote] = useState<Quote>()
  if (found?.text === undefined) return null
  const { text, language, published } = found
  const select = ({ selectionStart, selectionEnd }: HTMLTextAreaElement) =>
    setQuote(quoteOf(text, selectionStart, selectionEnd))
  const show = (type: string) => {
    const schema = commandTypes(schemas).get(type) as FormSchema
    begin(type, {
      ...(initial(schema, schemas) as Members),
      ...said(schema, quote?.exact ?? '', language),
      occurred: published.text,
      evidence: [{ source: id, quote }],
    })
  }
  const add = () => {
    const value = sheet.peek()?.value
    if (value === undefined) return
    const before = (value.evidence ?? []) as readonly unknown[]
    const occurred = value.occurred === '' ? published.text : value.occurred
    writeSheet({ ...value, occurred, evidence: [...before, { source: id, quote }] })
  }
  return (
    <>
      <div class="field report-text">
        <label for="source-reader">{messages.record.selectWords}</label>
        <textarea
          id="source-reader"
          class="source-reader"
          readOnly
          rows={18}
          lang={language}
          dir="auto"
          value={normalLines(text)}
          onSelect={(event) => select(event.currentTarget)}
        />
      </div>
      <div class="selected" role="status">
        {quote === undefined ? (
          <p class="faint">{messages.record.noneSelected}</p>
        ) : (
          <blockquote dir="auto">{quote.exact}</blockquote>
        )}
      </div>
      <fieldset class="shows" disabled={quote === undefined}>
        <legend>{messages.record.wordsShow}</legend>
        {OFTEN.filter(mayRecordType).map((type) => (
          <button key={type} type="button" onClick={() => show(type)}>
            {messages.record.shown[type]}
          </button>
        ))}
        {sheet.value !== undefined && (
          <button type="button" onClick={add}>
            {messages.record.openToo}
          </button>
        )}
      </fieldset>
    </>
  )
}

/** The member that the words themselves fill in: the text of a statement, or a name. */
function said({ required = [] }: FormSchema, words: string, language: string): Members {
  if (required.includes('text')) return { text: words, language }
  const name = ['name', 'title'].find((member) => required.includes(member))
  const isName = words.length <= NAME && !words.includes('\n')
  return name === undefined || !isName ? {} : { [name]: words }
}
