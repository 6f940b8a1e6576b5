import { useState } from 'preact/hooks'
import { isEmpty } from '../state/ledger.ts'
import { begin, keepReport, report, reportDigest } from './desk.ts'
import { commandTypes, type Schema, type Schemas } from './schema.ts'
import { initial, type Members } from './values.ts'

/** The most characters that a source's text has. */
const LONGEST = 200_000

/** A report that is pasted or dropped, on its way to be a source. */
export function PasteReport({ schemas }: { schemas: Schemas }) {
  const [problem, setProblem] = useState<string>()
  const text = report.value
  const drop = async (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? []
    if (file === undefined) return
    event.preventDefault()
    const bytes = await file.arrayBuffer()
    const dropped = new TextDecoder().decode(bytes)
    const refused = whyNot(dropped)
    setProblem(refused)
    if (refused === undefined) keepReport(dropped, await digestOf(bytes))
  }
  const make = () => {
    const schema = commandTypes(schemas).get('source.recorded') as Schema
    const today = new Date().toISOString().slice(0, 10)
    begin('source.recorded', {
      ...(initial(schema, schemas) as Members),
      title: titleOf(text),
      occurred: today,
      published: today,
      language: navigator.language.split('-')[0],
      held: 'text',
      text,
      ...(reportDigest.value !== undefined && { digest: reportDigest.value }),
    })
  }
  return (
    <>
      <div class="field report-text">
        <label for="paste">Paste the report, or drop a text file</label>
        <textarea
          id="paste"
          rows={16}
          dir="auto"
          aria-describedby="paste-problem"
          value={text}
          onInput={(event) => keepReport(event.currentTarget.value)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => void drop(event)}
        />
      </div>
      <p class="wrong" id="paste-problem" role="status">
        {problem}
      </p>
      <p>
        <button type="button" disabled={text.trim() === '' || isEmpty.value} onClick={make}>
          Make it a source
        </button>
      </p>
      {isEmpty.value && (
        <p class="hint">It stays here, and can become a source once the negotiation is opened.</p>
      )}
    </>
  )
}

/** Its first line, without the marks of a heading. */
function titleOf(text: string): string {
  const [first = ''] = text.trim().split('\n', 1)
  return first.replace(/^#+\s*/, '').slice(0, 200)
}

function whyNot(text: string): string | undefined {
  if (text.includes('\0') || text.includes('\uFFFD')) return 'This file is not plain text.'
  return text.length > LONGEST ? 'This file is longer than a source can be.' : undefined
}

/** As a source has it; undefined where the page came by a connection that lacks the means. */
async function digestOf(bytes: ArrayBuffer): Promise<string | undefined> {
  if (!isSecureContext) return undefined
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const base64 = btoa(String.fromCharCode(...digest))
  return `sha-256:${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
}
