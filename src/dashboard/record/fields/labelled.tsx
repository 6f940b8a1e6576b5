import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { memberLabel } from '../../words/labels.ts'
import { messages } from '../../words/messages.ts'
import { wrongWithin } from '../faults.ts'
import { Form } from '../form-context.ts'
import { type FieldProps, fieldId } from './field.ts'
import { Hint } from './hint.tsx'

/** Attributes of an input, so that its label, hint and errors are read with it. */
export interface InputProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
  readonly 'aria-required': boolean
}

interface Props {
  readonly field: FieldProps
  /** A description of the service. */
  readonly hint?: string | undefined
  /** Words of the page after it. */
  readonly own?: string | undefined
  readonly label?: string
  readonly children: (input: InputProps) => ComponentChildren
}

/** A label, the input, and under it what it means and what is wrong with it. */
export function Labelled({
  field,
  hint = field.schema.description,
  own,
  label = memberLabel(field.name),
  children,
}: Props) {
  const { errors } = useContext(Form)
  const wrong = wrongWithin(errors, field.pointer)
  const id = fieldId(field.pointer)
  // A screen reader says what is wrong before it explains the field.
  const hasHint = hint !== undefined || own !== undefined
  const described = [wrong.length > 0 ? `${id}-wrong` : '', hasHint ? `${id}-hint` : '']
  return (
    <div class="field">
      <label for={id}>
        {label}
        {!field.required && <span class="faint"> ({messages.shell.optional})</span>}
      </label>
      {children({
        id,
        'aria-describedby': described.filter(Boolean).join(' ') || undefined,
        'aria-invalid': wrong.length > 0,
        'aria-required': field.required,
      })}
      <Hint id={`${id}-hint`} text={hint} own={own} />
      {wrong.length > 0 && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong.join(' ')}
        </p>
      )}
    </div>
  )
}
