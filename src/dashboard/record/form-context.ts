import { createContext } from 'preact'
import type { Known } from './known.ts'
import type { Schemas } from './schema.ts'

/** What every field of a form needs to know. */
export interface FormContext {
  /** Type of the event that the form is for. */
  readonly type: string
  readonly schemas: Schemas
  readonly known: Known
  /** What the service says is wrong, by JSON Pointer. */
  readonly errors: ReadonlyMap<string, readonly string[]>
  /** What an id will be where none is given, by the member that introduces it. */
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
  },
  errors: new Map(),
  suggestions: {},
})
