import type { NegotiationRole } from '../../../events/role.ts'
import { sender } from '../state/access.ts'
import { ownAccess } from '../state/own-access.ts'

interface Props {
  /** The act that is not permitted, as the beginning of a sentence: "To record here". */
  readonly act: string
  /** The roles of which it takes one; any role if empty. */
  readonly roles: readonly NegotiationRole[]
  /** The scope that it takes. */
  readonly scope: 'read' | 'record'
}

/** Tells a reader what their roles or their access key lack for an act, and who helps with it. */
export function RoleLacking({ act, roles, scope }: Props) {
  const known = sender.value
  const own = ownAccess.value?.roles.map(({ role }) => role) ?? []
  if (own.some((role) => roles.includes(role))) {
    return (
      <p class="notice">
        {act} takes the scope {scope}, and the access key that you logged in by is for{' '}
        {known?.scopes.join(', ')}. Whoever runs the service makes another.
      </p>
    )
  }
  const wanted = roles.length === 0 ? 'a role in it' : `the role ${roles.join(' or ')}`
  const has = own.length === 0 ? 'you have none' : `you are ${own.join(' and ')}`
  return (
    <p class="notice">
      {act} takes {wanted}, and {has}. An admin of the negotiation grants it to your id:{' '}
      <code>{known?.principal}</code>
    </p>
  )
}
