import { useContext, useState } from 'preact/hooks'
import { ownLevels } from '../../state/ledger.ts'
import { memberLabel } from '../../words/labels.ts'
import { messages } from '../../words/messages.ts'
import { isWithin } from '../faults.ts'
import { Form } from '../form-context.ts'
import { openedBy } from '../known.ts'
import type { FormSchema } from '../schema.ts'
import type { Members } from '../values.ts'
import { OpenedField } from './opened-field.tsx'
import { SchemaField } from './schema-field.tsx'

interface MembersProps {
  readonly schema: FormSchema
  readonly pointer: string
  readonly value: Members
  readonly onChange: (value: Members) => void
  /** Members that are shown elsewhere or nowhere. */
  readonly without?: ReadonlySet<string>
}

/** Optional, and nevertheless what an entry is most often made of. */
const OFTEN = new Set([
  'evidence',
  'occurred',
  'participants',
  'place',
  'onBehalfOf',
  'title',
  'party',
  'person',
  'quote',
  'relay',
])

/** Members of an entry that are of use in a negotiation with levels alone. */
const OF_LEVELS: ReadonlySet<string> = new Set(['/level', '/releaseAt'])

/** A field for each member; what is optional and empty is out of the way, and can be asked for. */
export function MemberFields({ schema, pointer, value, onChange, without }: MembersProps) {
  const { errors, type } = useContext(Form)
  const opened = schema.properties?.opens === undefined ? undefined : openedBy(type)
  const required = new Set(schema.required)
  const members = Object.entries(schema.properties ?? {}).filter(
    ([name, of]) =>
      of.const === undefined &&
      of.readOnly !== true &&
      !without?.has(name) &&
      (ownLevels.value.length > 0 || !OF_LEVELS.has(`${pointer}/${name}`)) &&
      (opened === undefined || name !== 'opens'),
  )
  const rank = (name: string) => (name === 'occurred' ? 2 : required.has(name) ? 1 : 0)
  const ordered = members.sort(([a], [b]) => rank(b) - rank(a))
  const isWrong = (name: string) =>
    [...errors.keys()].some((wrong) => isWithin(wrong, `${pointer}/${name}`))
  // Decided once: a field that is being filled in stays where it is.
  const [filledFirst] = useState(() => new Set(Object.keys(value)))
  const isShown = (name: string) =>
    required.has(name) ||
    OFTEN.has(name) ||
    filledFirst.has(name) ||
    `${pointer}/${name}` === '/level'
  const field = ([name, of]: (typeof members)[number]) =>
    name === opened ? (
      <OpenedField key={name} {...{ schema, name: opened, pointer, value, onChange }} />
    ) : (
      <SchemaField
        key={name}
        schema={of}
        name={name === 'id' ? (schema.properties?.kind?.const ?? name) : name}
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
          <summary>
            {messages.record.moreFields(
              more.map(([name]) => memberLabel(name).toLowerCase()).join(', '),
            )}
          </summary>
          {more.map(field)}
        </details>
      )}
    </>
  )
}
