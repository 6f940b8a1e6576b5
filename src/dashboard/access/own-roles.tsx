import { sender } from '../state/access.ts'
import { type OwnRole, ownAccess } from '../state/own-access.ts'
import { useNames } from '../state/use-names.ts'
import { instantText } from '../words/dates.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'

/** The roles of the reader in the negotiation, each with what it permits. */
export function OwnRoles() {
  const known = sender.value
  return (
    <>
      <p>
        {messages.access.you}: <strong dir="auto">{known?.name ?? known?.principal}</strong>.{' '}
        {messages.access.yourRoles}:
      </p>
      <ul>
        {ownAccess.value?.roles.map((own) => (
          <li key={own.role}>
            <RoleTold own={own} />
          </li>
        ))}
      </ul>
    </>
  )
}

function RoleTold({ own: { role, parties, clearance = 'public', until } }: { own: OwnRole }) {
  const names = useNames()
  const named = parties?.map((party) => names.party(party)).join(', ')
  const confined = named === undefined ? '' : `, ${messages.access.statementsOf(named)}`
  const end = until === undefined ? '' : `; ${messages.terms.until(instantText(until))}`
  return (
    <>
      <strong>{plainWords(role)}</strong>: {messages.access.roleMeanings[role]}
      {confined}; {messages.access.clearedTo(clearance)}
      {end}
    </>
  )
}
