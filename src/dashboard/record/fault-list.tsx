import { plural } from '../words/labels.ts'
import { placeText } from '../words/place-text.ts'
import { fieldId } from './fields/field.ts'
import type { ShownRefusal } from './send.ts'

/** The objections of the service: each leads to the field that it stands at. */
export function FaultList({ refusal }: { refusal: ShownRefusal }) {
  const { message, errors } = refusal
  const told = errors.size === 0 ? message : `${plural(errors.size, 'thing')} to change:`
  return (
    <div class="notice alarm faults" role="alert" tabIndex={-1}>
      <p>{told}</p>
      {errors.size > 0 && (
        <ul>
          {[...errors].map(([pointer, said]) => (
            <li key={pointer}>
              {pointer !== '' && <FieldLink pointer={pointer} />}
              {said.join(' ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function FieldLink({ pointer }: { pointer: string }) {
  const follow = (event: MouseEvent) => {
    event.preventDefault()
    elementAt(pointer)?.focus()
  }
  return (
    <>
      <a href={`#${fieldId(pointer)}`} onClick={follow}>
        {placeText(pointer.split('/').slice(1))}
      </a>
      {': '}
    </>
  )
}

/** The field that fills in a place, or the closest around it. */
function elementAt(pointer: string): HTMLElement | null {
  if (pointer === '') return null
  const found = document.getElementById(fieldId(pointer))
  return found ?? elementAt(pointer.slice(0, pointer.lastIndexOf('/')))
}
