import type { NegotiationRole } from '../../../events/role.ts'
import { sender } from '../state/access.ts'
import { ownAccess } from '../state/own-access.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'

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
        {messages.parts.scopeLacking(act, scope, known?.scopes.join(', ') ?? '')}
      </p>
    )
  }

  return (
    <p class="notice">
      {messages.parts.roleLacking(act, roles.map(plainWords), own.map(plainWords))}{' '}
      <code>{known?.principal}</code>
    </p>
  )
}
