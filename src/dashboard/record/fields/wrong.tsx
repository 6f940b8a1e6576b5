import { useContext } from 'preact/hooks'
import { Form } from '../form-context.ts'
import { fieldId } from './field.ts'

/** The errors of a part of the form as a whole. */
export function Wrong({ pointer }: { pointer: string }) {
  const { errors } = useContext(Form)
  const wrong = errors.get(pointer) ?? []
  if (wrong.length === 0) return null
  return (
    <p class="wrong" id={`${fieldId(pointer)}-wrong`}>
      {wrong.join(' ')}
    </p>
  )
}
