import { type FormSchema, resolved, type Schemas } from './schema.ts'

/** A value in a form: JSON, with what is not filled in undefined or an empty text. */
export type FormValue = unknown
export type Members = Readonly<Record<string, FormValue>>

/** The value of a field before anybody chose; the neutral word where there is one. */
const NEUTRAL: Readonly<Record<string, string>> = {
  rendering: 'unknown',
  commitment: 'unspecified',
  redLine: 'unstated',
  role: 'unspecified',
}

/** A value to start from: all that is required is there, as empty as it can be. */
export function initial(schema: FormSchema, schemas: Schemas, name = ''): FormValue {
  const found = resolved(schema, schemas)
  if (found.const !== undefined) return found.const
  if (found.enum !== undefined) return found.enum.includes(NEUTRAL[name] ?? '') ? NEUTRAL[name] : ''
  if (found.oneOf !== undefined) return {}
  if (found.type === 'array') return []
  if (found.type === 'boolean') return true
  if (found.type !== 'object') return ''
  const required = new Set(found.required)
  const members = Object.entries(found.properties ?? {}).filter(([member]) => required.has(member))
  return Object.fromEntries(members.map(([member, of]) => [member, initial(of, schemas, member)]))
}

/** The values of a form: members that are empty are left out. */
export function filled(value: FormValue): FormValue {
  if (Array.isArray(value)) return value.map(filled)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(
    ([, member]) => member !== undefined && member !== '',
  )
  return Object.fromEntries(members.map(([name, member]) => [name, filled(member)]))
}

/** A body as it was recorded, in command form: uncertain dates as the text that was given. */
export function asGiven(value: FormValue): FormValue {
  if (Array.isArray(value)) return value.map(asGiven)
  if (typeof value !== 'object' || value === null) return value
  const { text, ...rest } = value as Members
  if (typeof text === 'string' && Object.keys(rest).join() === 'from,until') return text
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asGiven(member)]))
}
