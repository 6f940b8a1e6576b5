import { useContext } from 'preact/hooks'
import { memberLabel } from '../../words/labels.ts'
import { messages } from '../../words/messages.ts'
import { Form } from '../form-context.ts'
import { initial, type Members } from '../values.ts'
import type { FieldProps } from './field.ts'
import { FieldGroup } from './group.tsx'
import { Hint } from './hint.tsx'
import { MemberFields } from './member-fields.tsx'
import { Wrong } from './wrong.tsx'

/** Members that belong together; where they are optional, none until they are asked for. */
export function ObjectField({ schema, name, pointer, value, required, onChange }: FieldProps) {
  const { schemas } = useContext(Form)
  const label = memberLabel(name)
  if (value === undefined && !required) {
    return (
      <div class="field">
        <button type="button" onClick={() => onChange(initial(schema, schemas))}>
          {messages.record.add(label.toLowerCase())}
        </button>
        <Hint text={schema.description} />
        <Wrong pointer={pointer} />
      </div>
    )
  }
  return (
    <FieldGroup label={label} pointer={pointer} hint={schema.description}>
      <MemberFields
        schema={schema}
        pointer={pointer}
        value={(value ?? {}) as Members}
        onChange={onChange}
      />
      {!required && (
        <button type="button" class="quiet" onClick={() => onChange(undefined)}>
          {messages.record.removeAll(label.toLowerCase())}
        </button>
      )}
    </FieldGroup>
  )
}
