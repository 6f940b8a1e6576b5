import { typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { type RecordSheet, take, unfinished } from './desk.ts'

/** Entries that were begun and wait to be gone on with. */
export function Unfinished() {
  if (unfinished.value.length === 0) return null
  return (
    <section class="unfinished" aria-labelledby="unfinished-title">
      <h4 id="unfinished-title">{messages.record.unfinished}</h4>
      <ul class="plain">
        {unfinished.value.map((one) => (
          <li key={one.key}>
            <button type="button" onClick={() => take(one.key)}>
              {nameOf(one)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function nameOf({ type, value }: RecordSheet): string {
  const opens = value.opens as RecordSheet['value'] | undefined
  const words = [value.name, value.title, opens?.title, value.text].find(Boolean)
  const said = words === undefined ? '' : `: ${String(words).slice(0, 50)}`
  return typeTitle(type) + said
}
