import { useContext } from 'preact/hooks'
import { Form } from '../form-context.ts'
import { kindNamed, mayBeNew } from '../known.ts'
import { resolved } from '../schema.ts'
import { ArrayField } from './array-field.tsx'
import { CheckField } from './check-field.tsx'
import { ChoiceField, EnumField } from './choice-field.tsx'
import { DateTextField } from './date-text-field.tsx'
import type { FieldProps } from './field.ts'
import { NewIdField } from './new-id-field.tsx'
import { ObjectField } from './object-field.tsx'
import { SpeakerIdField } from './speaker-id-field.tsx'
import { SubjectField } from './subject-field.tsx'
import { TextField } from './text-field.tsx'
import { UnionField } from './union-field.tsx'

const DATES = new Set(['occurred', 'since', 'until', 'scheduled', 'published'])

/** The field that fits what the service says may stand there. */
export function SchemaField(given: FieldProps) {
  const { schemas, known, type } = useContext(Form)
  const schema = resolved(given.schema, schemas)
  const props = { ...given, schema }
  const { name } = props
  if (schema.enum !== undefined) return <EnumField {...props} />
  if (schema.oneOf !== undefined) return <UnionField {...props} />
  if (schema.type === 'array') return <ArrayField {...props} />
  if (schema.type === 'boolean') return <CheckField {...props} />
  if (schema.type === 'object') {
    const members = Object.keys(schema.properties ?? {})
    const isSubject = members.join() === 'kind,id' && schema.properties?.kind?.enum !== undefined
    return isSubject ? <SubjectField {...props} /> : <ObjectField {...props} />
  }
  if (DATES.has(name)) return <DateTextField {...props} />
  if (name === 'id' && props.pointer.endsWith('/speaker/id')) return <SpeakerIdField {...props} />
  const kind = kindNamed(name)
  if (kind === undefined) return <TextField {...props} />
  if (mayBeNew(type, name)) return <NewIdField {...props} kind={kind} />
  return <ChoiceField {...props} options={known[kind]} />
}
