import { type Sender, switchTo } from '../state/access.ts'
import { messages } from '../words/messages.ts'

/** The people of the demo: a reader becomes each of them by one click. */
export function PeopleSwitch({ known }: { known: Sender }) {
  return (
    <fieldset class="people-switch">
      <legend class="visually-hidden">{messages.shell.lookAs}</legend>
      {known.people.map((person) => (
        <button
          key={person.principal}
          type="button"
          aria-pressed={person.principal === known.principal}
          onClick={() => void switchTo(person)}
        >
          {person.name}
        </button>
      ))}
    </fieldset>
  )
}
