import { createContext } from 'preact'
import type { KnownThings } from './known.ts'
import type { Schemas } from './schema.ts'

/** Context that every field of a form needs. */
export interface FormContext {
  /** Type of the event that the form is for. */
  readonly type: string
  readonly schemas: Schemas
  readonly known: KnownThings
  /** The errors that the service reports, by JSON Pointer. */
  readonly errors: ReadonlyMap<string, readonly string[]>
  /** The id made where none is given, by the member that introduces it. */
  readonly suggestions: Readonly<Record<string, string>>
}

export const Form = createContext<FormContext>({
  type: '',
  schemas: {},
  known: {
    party: [],
    person: [],
    issue: [],
    source: [],
    statement: [],
    draft: [],
    draft_revision: [],
    meeting: [],
    clause: [],
    wording: [],
  },
  errors: new Map(),
  suggestions: {},
})
