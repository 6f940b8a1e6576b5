import { useState } from 'preact/hooks'
import { begin } from './desk.ts'
import { commandTypes, type Schema, type Schemas } from './schema.ts'
import { initial, type Members } from './values.ts'

/** A report that is pasted or dropped, on its way to be a source. */
export function PasteReport({ schemas }: { schemas: Schemas }) {
  const [text, setText] = useState('')
  const drop = async (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? []
    if (file === undefined) return
    event.preventDefault()
    setText(await file.text())
  }
  const make = () => {
    const schema = commandTypes(schemas).get('source.recorded') as Schema
    const today = new Date().toISOString().slice(0, 10)
    begin('source.recorded', {
      ...(initial(schema, schemas) as Members),
      title:
        text
          .trim()
          .split('\n', 1)[0]
          ?.replace(/^#+\s*/, '')
          .slice(0, 200) ?? '',
      occurred: today,
      published: today,
      language: navigator.language.split('-')[0],
      held: 'text',
      text,
    })
  }
  return (
    <>
      <div class="field">
        <label for="paste">Paste the report, or drop a text file</label>
        <textarea
          id="paste"
          rows={16}
          dir="auto"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => void drop(event)}
        />
      </div>
      <button type="button" disabled={text.trim() === ''} onClick={make}>
        Make it a source
      </button>
    </>
  )
}
