import { useContext } from 'preact/hooks'
import { Form } from '../form-context.ts'

/** What is wrong with a part of the form as a whole. */
export function Wrong({ pointer }: { pointer: string }) {
  const { errors } = useContext(Form)
  const wrong = errors.get(pointer) ?? []
  return wrong.length === 0 ? null : <p class="wrong">{wrong.join(' ')}</p>
}
