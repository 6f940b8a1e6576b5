import { useContext } from 'preact/hooks'
import { isDate, kindNamed } from '../../words/named.ts'
import { Form } from '../form-context.ts'
import { introducesMember } from '../known.ts'
import { resolved } from '../schema.ts'
import { ArrayField } from './array-field.tsx'
import { CheckField } from './check-field.tsx'
import { ChoiceField, EnumField } from './choice-field.tsx'
import { DateTextField } from './date-text-field.tsx'
import { EntryField } from './entry-field.tsx'
import type { FieldProps } from './field.ts'
import { LevelField } from './level-field.tsx'
import { NewIdField } from './new-id-field.tsx'
import { ObjectField } from './object-field.tsx'
import { SubjectField } from './subject-field.tsx'
import { TextField } from './text-field.tsx'
import { UnionField } from './union-field.tsx'

/** Members of an entry itself, and not of something in it. */
const OF_ENTRY = /^(\/replacement)?\/[^/]+$/

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
  if (props.pointer === '/level') return <LevelField {...props} />
  if (isDate(name)) return <DateTextField {...props} />
  if (name === 'target') return <EntryField {...props} />
  const kind = kindNamed(name)
  if (kind === undefined) return <TextField {...props} />
  if (OF_ENTRY.test(props.pointer) && introducesMember(type, name)) return <NewIdField {...props} />
  return <ChoiceField {...props} options={known[kind]} />
}
