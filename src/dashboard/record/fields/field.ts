import type { Schema } from '../schema.ts'
import type { Value } from '../values.ts'

/** What a field of a form is given. */
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

/** `onBehalfOf` as `On behalf of`. */
export function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
