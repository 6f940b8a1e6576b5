import type { UncertainDate } from '../../../events/envelope.ts'
import type { LedgerEvent, LogEvent, RoleEvent } from '../../../events/registry.ts'
import { isDate } from '../words/named.ts'
import { type FormValue, filled, type Members } from './values.ts'

/** The form as it is sent, with the ids that are made where none are given. */
export function commandOf(
  type: string,
  value: Members,
  suggestions: Readonly<Record<string, string>>,
): Members {
  return { type, ...suggestions, ...(filled(value) as Members) }
}

/** An event as far as a command tells it: it has no place in the ledger yet. */
export type Told = Pick<Exclude<LedgerEvent, LogEvent | RoleEvent>, 'type' | 'body' | 'occurred'>

/** The entry to be recorded, in the form in which recorded entries are shown. */
export function toldOf(command: Members): Told {
  const {
    type,
    occurred,
    id: _,
    level: __,
    releaseAt: ___,
    ...body
  } = told(command) as Members & {
    readonly occurred: UncertainDate
  }
  const { replacement } = body as { replacement?: Members }
  const isCorrection = type === 'entry.corrected' && replacement !== undefined
  const of = isCorrection ? { ...body, replacement: toldOf(replacement) } : body
  return { type, occurred, body: of } as unknown as Told
}

function told(value: FormValue, name = ''): FormValue {
  if (Array.isArray(value)) return value.map((one) => told(one))
  if (typeof value === 'string' && isDate(name)) return { text: value, from: null, until: null }
  if (typeof value !== 'object' || value === null || name === 'replacement') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, told(one, key)]))
}
