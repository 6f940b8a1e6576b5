import { useEffect, useState } from 'preact/hooks'
import { Alarm } from '../parts/alarm.tsx'
import { endSessions } from '../state/access.ts'
import { mayUse } from '../state/own-access.ts'
import { messages } from '../words/messages.ts'
import { GrantForm } from './grant-form.tsx'
import { changeRoles, type ListedRole, rolesOf } from './roles.ts'
import { RolesTable } from './roles-table.tsx'
import { useAttempt } from './use-attempt.ts'

/** The roles in the negotiation, and the levels that they clear for; admins change them here. */
export function RoleChanges({ negotiation }: { negotiation: string }) {
  const [roles, setRoles] = useState<readonly ListedRole[]>()
  const [done, setDone] = useState<string>()
  const { problem, attempt } = useAttempt()
  const read = () => attempt(async () => setRoles(await rolesOf(negotiation)))
  useEffect(() => void read(), [])
  const change = async (command: object) => {
    const isChanged = await attempt(() => changeRoles(negotiation, command))
    if (isChanged) await read()
    return isChanged
  }
  const end = (principal: string) =>
    attempt(async () => {
      const ended = await endSessions(principal)
      setDone(messages.access.sessionsEnded(ended, principal))
    })
  const mayChange = mayUse('changeRoles')
  return (
    <>
      <p class="faint">{messages.access.whoHas}</p>
      <Alarm problem={problem} />
      {done !== undefined && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      {roles !== undefined && (
        <>
          <RolesTable roles={roles} onChange={mayChange ? change : undefined} onEndSessions={end} />
          {mayChange && <GrantForm onGrant={change} />}
        </>
      )}
    </>
  )
}
