import { sender } from '../state/access.ts'

/**
 * Tells in the demo what the chosen person may read, with an example to look at. Where it is folded
 * its first line alone is in sight on a phone.
 */
export function PeopleHint({ isFolded = false }: { isFolded?: boolean }) {
  const { people = [], principal } = sender.value ?? {}
  const chosen = people.find((person) => person.principal === principal)
  if (chosen === undefined) return null
  const isOpen = !isFolded || matchMedia('(width >= 48rem)').matches
  return (
    <details class="people-hint faint no-print" open={isOpen}>
      <summary>{chosen.name}</summary> {chosen.hint}
    </details>
  )
}
