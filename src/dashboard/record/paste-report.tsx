import { useState } from 'preact/hooks'
import type { LeftOut } from '../../../projections/text/left-out.ts'
import { guessLanguage, reportDay } from '../reader/report-head.ts'
import { isEmpty } from '../state/ledger.ts'
import { utcDay } from '../words/instant.ts'
import { messages } from '../words/messages.ts'
import { begin, keepReport, report, reportDigest } from './desk.ts'
import { FileField } from './file-field.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { textOfFile } from './read-file.ts'
import { commandTypes, type FormSchema, type Schemas } from './schema.ts'
import { initial, type Members } from './values.ts'

/** The most characters that a source's text has. */
const LONGEST = 200_000

const tooLong = () => messages.record.tooLong(LONGEST.toLocaleString(messages.language))

/** A report that is pasted or dropped, on its way to be a source. */
export function PasteReport({ schemas }: { schemas: Schemas }) {
  const [problem, setProblem] = useState<string>()
  const text = report.value
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([])
  const take = async (file: File) => {
    setProblem(undefined)
    setLeftOut([])
    try {
      const read = await textOfFile(file)
      if (read.text.length > LONGEST) {
        setProblem(tooLong())
        return
      }
      setLeftOut(read.leftOut)
      keepReport(read.text, read.digest)
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  const paste = (area: HTMLTextAreaElement) => {
    const isTooLong = area.value.length > LONGEST
    setProblem(isTooLong ? tooLong() : undefined)
    if (isTooLong) area.value = text
    else keepReport(area.value)
  }
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? []
    if (file === undefined) return
    event.preventDefault()
    void take(file)
  }
  const make = () => {
    const schema = commandTypes(schemas).get('source.recorded') as FormSchema
    const today = utcDay()
    const language = guessLanguage(text) ?? navigator.language.split('-')[0] ?? 'en'
    const day = reportDay(text, language, today) ?? today
    begin('source.recorded', {
      ...(initial(schema, schemas) as Members),
      title: titleOf(text),
      occurred: day,
      published: day,
      language,
      held: 'text',
      text,
      ...(reportDigest.value !== undefined && { digest: reportDigest.value }),
    })
  }
  return (
    <>
      <div class="field report-text">
        <label for="paste">{messages.record.paste}</label>
        <textarea
          id="paste"
          rows={16}
          dir="auto"
          aria-describedby="paste-problem"
          value={text}
          onInput={(event) => paste(event.currentTarget)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={drop}
        />
      </div>
      <p class="wrong" id="paste-problem" role="status">
        {problem}
      </p>
      <FileField
        id="report-file"
        label={messages.record.chooseFile}
        onFile={(file) => void take(file)}
      />
      <LeftOutList leftOut={leftOut} />
      <p>
        <button type="button" disabled={text.trim() === '' || isEmpty.value} onClick={make}>
          {messages.record.makeSource}
        </button>
      </p>
      {isEmpty.value && <p class="hint">{messages.record.staysHere}</p>}
    </>
  )
}

/** Its first line, without the marks of a heading. */
function titleOf(text: string): string {
  const [first = ''] = text.trim().split('\n', 1)
  return first.replace(/^#+\s*/, '').slice(0, 200)
}
