import { logOut, sender } from '../state/access.ts'
import { messages } from '../words/messages.ts'
import { PeopleSwitch } from './people-switch.tsx'

/** Tells for whom the service takes the reader, and if it asks nobody. */
export function AccessNote() {
  const known = sender.value
  if (known === undefined) return null
  if (known.authentication === 'open') {
    const why = messages.shell.asksNobody
    return (
      <span class="access-note open" title={why}>
        {messages.shell.openAccess}
      </span>
    )
  }
  if (known.people.length > 0) return <PeopleSwitch known={known} />
  return (
    <span class="access-note">
      <span dir="auto">{known.name ?? known.principal}</span>
      {known.via === 'session' && (
        <button type="button" onClick={() => void logOut()}>
          {messages.shell.logOut}
        </button>
      )}
    </span>
  )
}
