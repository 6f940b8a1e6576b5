import { messages } from '../../words/messages.ts'
import type { FieldProps } from './field.ts'
import { Labelled } from './labelled.tsx'

/** Longer than a line. */
const LONG = 1000
const NUMERIC = /^-?\d+$/

/** Words, a whole number, or a decimal, which stays text so that no digit is lost. */
export function TextField(props: FieldProps) {
  const { schema, value, onChange } = props
  const isNumber = schema.type === 'integer'
  const shown = value === undefined ? '' : String(value)
  const change = (text: string) => onChange(isNumber && NUMERIC.test(text) ? Number(text) : text)
  const [example] = schema.examples ?? []
  const own = example === undefined ? undefined : messages.record.suchAs(String(example))
  return (
    <Labelled field={props} own={own}>
      {(input) =>
        (schema.maxLength ?? 0) > LONG ? (
          <textarea
            {...input}
            rows={props.name === 'text' ? 5 : 2}
            dir="auto"
            value={shown}
            onInput={(event) => change(event.currentTarget.value)}
          />
        ) : (
          <input
            {...input}
            type="text"
            inputMode={isNumber ? 'numeric' : schema.type === 'number' ? 'decimal' : 'text'}
            dir="auto"
            value={shown}
            onInput={(event) => change(event.currentTarget.value)}
          />
        )
      }
    </Labelled>
  )
}
