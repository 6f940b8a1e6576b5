import { useContext } from 'preact/hooks'
import { memberLabel } from '../../words/labels.ts'
import { messages } from '../../words/messages.ts'
import { Form } from '../form-context.ts'
import type { FieldProps } from './field.ts'
import { Labelled } from './labelled.tsx'

/** The id of something new: made of what it is called, unless it is written. */
export function NewIdField(props: FieldProps) {
  const { suggestions } = useContext(Form)
  return (
    <Labelled
      field={{ ...props, required: false }}
      label={messages.record.shortName(memberLabel(props.name).toLowerCase())}
      own={messages.record.idHint}
    >
      {(input) => (
        <input
          {...input}
          type="text"
          placeholder={suggestions[props.name]}
          value={typeof props.value === 'string' ? props.value : ''}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </Labelled>
  )
}
