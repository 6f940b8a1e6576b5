import { useContext, useState } from 'preact/hooks'
import { Form } from '../form-context.ts'
import type { Schema } from '../schema.ts'
import { initial, type Members } from '../values.ts'
import { type FieldProps, labelOf } from './field.ts'
import { SchemaField } from './schema-field.tsx'
import { Wrong } from './wrong.tsx'

/** Members that belong together; where they are optional, none until they are asked for. */
export function ObjectField({ schema, name, pointer, value, required, onChange }: FieldProps) {
  const { schemas } = useContext(Form)
  const label = labelOf(name)
  if (value === undefined && !required) {
    return (
      <div class="field">
        <button type="button" onClick={() => onChange(initial(schema, schemas))}>
          Add {label.toLowerCase()}
        </button>
        {schema.description !== undefined && <p class="hint">{schema.description}</p>}
        <Wrong pointer={pointer} />
      </div>
    )
  }
  return (
    <fieldset class="group">
      <legend>{label}</legend>
      {schema.description !== undefined && <p class="hint">{schema.description}</p>}
      <Wrong pointer={pointer} />
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
    </fieldset>
  )
}

interface MembersProps {
  readonly schema: Schema
  readonly pointer: string
  readonly value: Members
  readonly onChange: (value: Members) => void
  /** Members that are shown elsewhere or nowhere. */
  readonly without?: ReadonlySet<string>
}

/** Optional, and nevertheless what an entry is most often made of. */
const OFTEN = new Set(['evidence', 'opens', 'participants', 'place', 'onBehalfOf', 'title'])

/** A field for each member; what is optional and empty is out of the way, and can be asked for. */
export function MemberFields({ schema, pointer, value, onChange, without }: MembersProps) {
  const { errors } = useContext(Form)
  const required = new Set(schema.required)
  const members = Object.entries(schema.properties ?? {}).filter(
    ([name, of]) => of.const === undefined && !without?.has(name),
  )
  const rank = (name: string) => (name === 'occurred' ? 2 : required.has(name) ? 1 : 0)
  const ordered = members.sort(([a], [b]) => rank(b) - rank(a))
  const isWrong = (name: string) =>
    [...errors.keys()].some((wrong) => wrong.startsWith(`${pointer}/${name}`))
  // Decided once: a field that is being filled in stays where it is.
  const [filledFirst] = useState(() => new Set(Object.keys(value)))
  const isShown = (name: string) => required.has(name) || OFTEN.has(name) || filledFirst.has(name)
  const field = ([name, of]: (typeof members)[number]) => (
    <SchemaField
      key={name}
      schema={of}
      name={name}
      pointer={`${pointer}/${name}`}
      value={value[name]}
      required={required.has(name)}
      onChange={(next) => onChange({ ...value, [name]: next })}
    />
  )
  const more = ordered.filter(([name]) => !isShown(name))
  return (
    <>
      {ordered.filter(([name]) => isShown(name)).map(field)}
      {more.length > 0 && (
        <details open={more.some(([name]) => isWrong(name))}>
          <summary>More: {more.map(([name]) => labelOf(name).toLowerCase()).join(', ')}</summary>
          {more.map(field)}
        </details>
      )}
    </>
  )
}
