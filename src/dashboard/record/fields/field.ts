import type { Schema } from '../schema.ts'
import type { Value } from '../values.ts'

/** The properties of a field of a form. */
export interface FieldProps {
  readonly schema: Schema
  /** The member that it fills in. */
  readonly name: string
  /** Its place in the command: a JSON Pointer (RFC 6901). */
  readonly pointer: string
  readonly value: Value
  readonly required: boolean
  readonly onChange: (value: Value) => void
}

/** Id of the element that a JSON Pointer leads to. */
export function fieldId(pointer: string): string {
  return `field${pointer.replaceAll('/', '-')}`
}
