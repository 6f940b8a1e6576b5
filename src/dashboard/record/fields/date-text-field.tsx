import { memberLabel } from '../../words/labels.ts'
import { messages } from '../../words/messages.ts'
import type { FieldProps } from './field.ts'
import { Labelled } from './labelled.tsx'

/** A date, as uncertain as it is known: written, or picked where it is a day. */
export function DateTextField(props: FieldProps) {
  const { value, onChange, name, schema } = props
  const text = typeof value === 'string' ? value : ''
  return (
    <Labelled field={props} hint={schema.description} own={messages.record.dateHint}>
      {(input) => (
        <span class="with-picker">
          <input
            {...input}
            type="text"
            placeholder="2026-03-01"
            value={text}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
          <input
            type="date"
            aria-label={messages.record.pickDay(memberLabel(name))}
            value={/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : ''}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </span>
      )}
    </Labelled>
  )
}
