import { useState } from 'preact/hooks'
import { normalLines } from '../../../projections/text/lines.ts'
import { mayRecordType } from '../state/own-access.ts'
import { useReading } from '../state/use-reading.ts'
import { begin, sheet, writeSheet } from './desk.ts'
import { type Quote, quoteOf } from './quote.ts'
import { commandTypes, type FormSchema, type Schemas } from './schema.ts'
import { initial, type Members } from './values.ts'

/** Types that the words of a report most often show. */
const OFTEN: readonly (readonly [type: string, label: string])[] = [
  ['statement.recorded', 'a statement'],
  ['meeting.announced', 'a meeting announced'],
  ['meeting.convened', 'a meeting convened'],
  ['meeting.concluded', 'a meeting concluded'],
  ['draft.revisionReported', 'a draft revision'],
  ['party.listed', 'a party'],
  ['person.named', 'a person'],
  ['person.accredited', 'for whom a person speaks'],
  ['issue.raised', 'a contested point'],
]

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
        <label for="source-reader">Select the words that show something</label>
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
          <p class="faint">Nothing is selected.</p>
        ) : (
          <blockquote dir="auto">{quote.exact}</blockquote>
        )}
      </div>
      <fieldset class="shows" disabled={quote === undefined}>
        <legend>These words show</legend>
        {OFTEN.filter(([type]) => mayRecordType(type)).map(([type, label]) => (
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

/** The member that the words themselves fill in: the text of a statement, or a name. */
function said({ required = [] }: FormSchema, words: string, language: string): Members {
  if (required.includes('text')) return { text: words, language }
  const name = ['name', 'title'].find((member) => required.includes(member))
  const isName = words.length <= NAME && !words.includes('\n')
  return name === undefined || !isName ? {} : { [name]: words }
}
