import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { Form } from '../form-context.ts'
import { fieldId } from './field.ts'
import { Hint } from './hint.tsx'
import { Wrong } from './wrong.tsx'

interface Props {
  readonly label: string
  readonly pointer: string
  readonly hint?: string | undefined
  readonly children: ComponentChildren
}

/** Fields that belong together, with what they mean and what is wrong with them as a whole. */
export function FieldGroup({ label, pointer, hint, children }: Props) {
  const { errors } = useContext(Form)
  const id = fieldId(pointer)
  return (
    <fieldset
      class="group"
      id={id}
      tabIndex={-1}
      aria-describedby={errors.has(pointer) ? `${id}-wrong` : undefined}
    >
      <legend>{label}</legend>
      <Hint text={hint} />
      <Wrong pointer={pointer} />
      {children}
    </fieldset>
  )
}
