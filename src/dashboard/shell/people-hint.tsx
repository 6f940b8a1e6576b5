import { sender } from '../state/access.ts'

/** Tells in the demo what the chosen person may read, with an example to look at. */
export function PeopleHint() {
  const { people = [], principal } = sender.value ?? {}
  const chosen = people.find((person) => person.principal === principal)
  if (chosen === undefined) return null
  return (
    <p class="people-hint faint no-print" lang="en">
      {chosen.name}: {chosen.hint}
    </p>
  )
}
