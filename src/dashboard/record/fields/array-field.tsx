import { useContext } from 'preact/hooks'
import { memberLabel } from '../../words/labels.ts'
import { messages } from '../../words/messages.ts'
import { Form } from '../form-context.ts'
import { type FormValue, initial } from '../values.ts'
import type { FieldProps } from './field.ts'
import { FieldGroup } from './group.tsx'
import { SchemaField } from './schema-field.tsx'

/** As many as there are, each with a field of its own. */
export function ArrayField({ schema, name, pointer, value, onChange }: FieldProps) {
  const { schemas } = useContext(Form)
  const items = Array.isArray(value) ? (value as readonly FormValue[]) : []
  const one = singular(name)
  return (
    <FieldGroup label={memberLabel(name)} pointer={pointer} hint={schema.description}>
      {items.map((item, place) => (
        <div class="item" key={place}>
          <SchemaField
            schema={schema.items ?? {}}
            name={one}
            pointer={`${pointer}/${place}`}
            value={item}
            required
            onChange={(next) => onChange(items.with(place, next))}
          />
          <button
            type="button"
            class="quiet"
            aria-label={messages.record.removeOne(memberLabel(one).toLowerCase(), place + 1)}
            onClick={() => onChange(items.toSpliced(place, 1))}
          >
            {messages.record.remove}
          </button>
        </div>
      ))}
      <button
        type="button"
        onClick={() => onChange([...items, initial(schema.items ?? {}, schemas, one)])}
      >
        {messages.record.add(memberLabel(one).toLowerCase())}
      </button>
    </FieldGroup>
  )
}

/** The name of one of them; the names that are kept tell what they name (known.ts). */
const ONES: Readonly<Record<string, string>> = {
  positions: 'position',
  alternatives: 'alternative',
  operations: 'operation',
  participants: 'participant',
  assessments: 'assessment',
  authors: 'author',
  aliases: 'alias',
}

function singular(name: string): string {
  return ONES[name] ?? name
}
