import { typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { placeText } from '../words/place-text.ts'
import { fieldId } from './fields/field.ts'
import type { ShownRefusal } from './send.ts'
import type { Members } from './values.ts'

interface Props {
  readonly refusal: ShownRefusal
  /** The entries that were sent together, and the ids of the elements that show them. */
  readonly entries?: readonly { readonly command: Members; readonly shownAt: string }[]
}

/** The objections of the service: each names what it is about as the page does, and leads there. */
export function FaultList({ refusal, entries }: Props) {
  const { message, errors } = refusal
  const told = errors.size === 0 ? message : messages.record.toChange(errors.size)
  return (
    <div class="notice alarm faults" role="alert" tabIndex={-1}>
      <p>{told}</p>
      {errors.size > 0 && (
        <ul>
          {[...errors].map(([pointer, said]) => (
            <li key={pointer}>
              <FaultLink {...placeOf(pointer, entries)} />
              {said.join(' ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface Place {
  readonly label: string
  readonly element: HTMLElement | null
}

function FaultLink({ label, element }: Place) {
  if (label === '') return null
  if (element === null) return <strong>{label}: </strong>
  return (
    <>
      <a
        href={`#${element.id}`}
        onClick={(event) => {
          event.preventDefault()
          element.focus()
        }}
      >
        {label}
      </a>
      {': '}
    </>
  )
}

/** The place that a pointer leads to: a field of the form, or an entry of those sent together. */
function placeOf(pointer: string, entries: Props['entries']): Place {
  const path = pointer.split('/').slice(1)
  if (entries === undefined) return { label: labelAt(pointer, path), element: elementAt(pointer) }
  const entry = entries[Number(path[0])]
  if (entry === undefined) return { label: '', element: null }
  const within = placeText(path.slice(1))
  const title = typeTitle(String(entry.command.type))
  return {
    label: within === '' ? title : `${title}, ${within.toLowerCase()}`,
    element: document.getElementById(entry.shownAt),
  }
}

/** The place in words, its last part as the field is labelled. */
function labelAt(pointer: string, path: readonly string[]): string {
  const found = document.getElementById(fieldId(pointer))
  const label =
    found instanceof HTMLFieldSetElement
      ? found.querySelector('legend')?.textContent
      : (found as HTMLInputElement | null)?.labels?.[0]?.firstChild?.textContent
  if (label == null) return placeText(path)
  const around = placeText(path.slice(0, -1))
  return around === '' ? label : `${around}, ${label.toLowerCase()}`
}

/** The field that fills in a place, or the closest around it. */
function elementAt(pointer: string): HTMLElement | null {
  if (pointer === '') return null
  const found = document.getElementById(fieldId(pointer))
  return found ?? elementAt(pointer.slice(0, pointer.lastIndexOf('/')))
}
