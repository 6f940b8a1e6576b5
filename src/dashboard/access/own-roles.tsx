import { sender } from '../state/access.ts'
import { type OwnRole, ownAccess } from '../state/own-access.ts'
import { instantText } from '../words/dates.ts'
import { ROLE_MEANINGS } from './roles.ts'

/** The roles of the reader in the negotiation, each with what it permits. */
export function OwnRoles() {
  const known = sender.value
  return (
    <>
      <p>
        You are <strong dir="auto">{known?.name ?? known?.principal}</strong>, here as
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
  const confined = parties === undefined ? '' : `, statements of ${parties.join(', ')} alone`
  const end = until === undefined ? '' : `; until ${instantText(until)}`
  return (
    <>
      <strong>{role}</strong>, who {ROLE_MEANINGS[role]}
      {confined}; cleared up to {clearance}
      {end}
    </>
  )
}
