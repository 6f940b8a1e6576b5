import { useContext } from 'preact/hooks'
import { messages } from '../../words/messages.ts'
import { Form } from '../form-context.ts'
import { type FormSchema, resolved } from '../schema.ts'
import { initial, type Members } from '../values.ts'
import { ChoiceField } from './choice-field.tsx'
import { FieldGroup } from './group.tsx'
import { MemberFields } from './member-fields.tsx'
import { NewIdField } from './new-id-field.tsx'

const NEW = 'a new one'

interface Props {
  /** Of the command that names a thing, and `opens` it where it is the first to do so. */
  readonly schema: FormSchema
  readonly name: 'draft' | 'meeting'
  readonly pointer: string
  readonly value: Members
  readonly onChange: (value: Members) => void
}

/** A thing that may be new: one that is known, or a new one, with its properties. */
export function OpenedField({ schema, name, pointer, value, onChange }: Props) {
  const { schemas, known } = useContext(Form)
  const opens = resolved(schema.properties?.opens ?? {}, schemas)
  const isNew = value.opens !== undefined
  const choose = (chosen: unknown) =>
    chosen === NEW
      ? onChange({ ...value, [name]: '', opens: initial(opens, schemas) })
      : onChange({ ...value, [name]: chosen, opens: undefined })
  const at = `${pointer}/${name}`
  return (
    <>
      <ChoiceField
        schema={{}}
        name={name}
        pointer={isNew ? `${at}/known` : at}
        value={isNew ? NEW : value[name]}
        required
        onChange={choose}
        options={[...known[name], { id: NEW, name: messages.record.newOne }]}
      />
      {isNew && (
        <FieldGroup label={messages.record.theNew[name]} pointer={`${pointer}/opens`}>
          <MemberFields
            schema={opens}
            pointer={`${pointer}/opens`}
            value={value.opens as Members}
            onChange={(next) => onChange({ ...value, opens: next })}
          />
          <NewIdField
            schema={{}}
            name={name}
            pointer={at}
            value={value[name]}
            required={false}
            onChange={(next) => onChange({ ...value, [name]: next })}
          />
        </FieldGroup>
      )}
    </>
  )
}
