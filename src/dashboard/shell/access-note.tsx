import { logOut, sender } from '../state/access.ts'
import { PeopleSwitch } from './people-switch.tsx'

/** Tells for whom the service takes the reader, and if it asks nobody. */
export function AccessNote() {
  const known = sender.value
  if (known === undefined) return null
  if (known.authentication === 'open') {
    const why = 'This service asks nobody who they are: all programs on its machine read and write.'
    return (
      <span class="access-note open" title={why}>
        Open access
      </span>
    )
  }
  if (known.people.length > 0) return <PeopleSwitch known={known} />
  return (
    <span class="access-note">
      <span dir="auto">{known.name ?? known.principal}</span>
      {known.via === 'session' && (
        <button type="button" onClick={() => void logOut()}>
          Log out
        </button>
      )}
    </span>
  )
}
