import { useContext } from 'preact/hooks'
import { Form } from '../form-context.ts'
import type { FieldProps } from './field.ts'
import { Labelled } from './labelled.tsx'

const HINT = 'For addresses: small letters, digits and hyphens; made from the rest where left empty'

/** The id of something new: made of what it is called, unless it is written. */
export function NewIdField(props: FieldProps) {
  const { suggestions } = useContext(Form)
  return (
    <Labelled
      field={{ ...props, required: false }}
      label={`Short name of the ${props.name}`}
      hint={HINT}
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
