import { plain } from '../../words/labels.ts'
import type { FieldProps } from './field.ts'
import { Labelled } from './labelled.tsx'

interface Props extends FieldProps {
  readonly options: readonly { readonly id: string; readonly name: string }[]
}

/** One of several. */
export function ChoiceField({ options, ...props }: Props) {
  return (
    <Labelled field={props}>
      {(input) => (
        <select
          {...input}
          value={typeof props.value === 'string' ? props.value : ''}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          <option value="">{props.required ? 'Choose' : 'None'}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

export function EnumField(props: FieldProps) {
  const options = (props.schema.enum ?? []).map((id) => ({ id, name: plain(id) }))
  return <ChoiceField {...props} options={options} />
}
