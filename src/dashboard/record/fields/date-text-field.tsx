import { memberLabel } from '../../words/labels.ts'
import type { FieldProps } from './field.ts'
import { sentences } from './hint.tsx'
import { Labelled } from './labelled.tsx'

const HINT = 'A day, a month or a year; ~ after it for “about”, ../ before it for “by”'

/** A date, as uncertain as it is known: written, or picked where it is a day. */
export function DateTextField(props: FieldProps) {
  const { value, onChange, name, schema } = props
  const text = typeof value === 'string' ? value : ''
  return (
    <Labelled field={props} hint={sentences(schema.description, HINT)}>
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
            aria-label={`${memberLabel(name)}: pick a day`}
            value={/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : ''}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </span>
      )}
    </Labelled>
  )
}
