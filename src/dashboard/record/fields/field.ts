import type { FormSchema } from '../schema.ts'
import type { FormValue } from '../values.ts'

/** The properties of a field of a form. */
export interface FieldProps {
  readonly schema: FormSchema
  /** The member that it fills in. */
  readonly name: string
  /** Its place in the command: a JSON Pointer (RFC 6901). */
  readonly pointer: string
  readonly value: FormValue
  readonly required: boolean
  readonly onChange: (value: FormValue) => void
}

/** Id of the element that a JSON Pointer leads to. */
export function fieldId(pointer: string): string {
  return `field${pointer.replaceAll('/', '-')}`
}
