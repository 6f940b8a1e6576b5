import { useContext } from 'preact/hooks'
import { memberLabel } from '../../words/labels.ts'
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
          Add {label.toLowerCase()}
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
          Remove {label.toLowerCase()}
        </button>
      )}
    </FieldGroup>
  )
}
