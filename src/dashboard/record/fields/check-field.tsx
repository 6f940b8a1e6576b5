import type { FieldProps } from './field.ts'
import { Labelled } from './labelled.tsx'

/** Yes or no. */
export function CheckField(props: FieldProps) {
  return (
    <Labelled field={props}>
      {(input) => (
        <input
          {...input}
          type="checkbox"
          checked={props.value === true}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
      )}
    </Labelled>
  )
}
