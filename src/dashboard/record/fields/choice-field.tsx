import { capital, plainWords } from '../../words/labels.ts'
import { messages } from '../../words/messages.ts'
import type { FieldProps } from './field.ts'
import { sentences } from './hint.tsx'
import { Labelled } from './labelled.tsx'

interface Props extends FieldProps {
  readonly options: readonly Option[]
}

interface Option {
  readonly id: string
  readonly name: string
  /** The meaning of the choice; shown once it is chosen. */
  readonly meaning?: string | undefined
}

/** A choice, and under it what the chosen one means. */
export function ChoiceField({ options, ...props }: Props) {
  const chosen = options.find(({ id }) => id === props.value)
  return (
    <Labelled field={props} hint={sentences(props.schema.description, chosen?.meaning)}>
      {(input) => (
        <select
          {...input}
          value={typeof props.value === 'string' ? props.value : ''}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          <option value="">
            {props.required ? messages.record.chooseOne : messages.record.none}
          </option>
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
  const meanings = props.schema['x-enumDescriptions'] ?? {}
  const options = (props.schema.enum ?? []).map((id) => ({
    id,
    name: plainWords(id),
    meaning: meanings[id] && `${messages.terms.quoted(capital(plainWords(id)))}: ${meanings[id]}`,
  }))
  return <ChoiceField {...props} options={options} />
}
