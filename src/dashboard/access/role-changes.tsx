import { useEffect, useState } from 'preact/hooks'
import { ApiError } from '../data/api.ts'
import { endSessions } from '../state/access.ts'
import { mayUse } from '../state/own-access.ts'
import { plural } from '../words/labels.ts'
import { GrantForm } from './grant-form.tsx'
import { changeRoles, type ListedRole, rolesOf } from './roles.ts'
import { RolesTable } from './roles-table.tsx'

/** The roles in the negotiation, and the levels that they clear for; admins change them here. */
export function RoleChanges({ negotiation }: { negotiation: string }) {
  const [roles, setRoles] = useState<readonly ListedRole[]>()
  const [problem, setProblem] = useState<string>()
  const [done, setDone] = useState<string>()
  const failed = (error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    setProblem(error.message)
  }
  const read = () => rolesOf(negotiation).then(setRoles, failed)
  useEffect(() => void read(), [])
  const change = async (command: object) => {
    setProblem(undefined)
    try {
      await changeRoles(negotiation, command)
      await read()
      return true
    } catch (error) {
      failed(error)
      return false
    }
  }
  const end = async (principal: string) => {
    setProblem(undefined)
    const tell = (ended: number) =>
      setDone(`${plural(ended, 'session', 'sessions')} of ${principal} ended.`)
    await endSessions(principal).then(tell, failed)
  }
  const mayChange = mayUse('changeRoles')
  return (
    <>
      <p class="faint">
        Who has which role here, and up to which level it clears. Each change counts at once.
      </p>
      {problem !== undefined && (
        <p class="notice alarm" role="alert">
          {problem}
        </p>
      )}
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
