import { useEffect, useState } from 'preact/hooks'
import { ApiError } from '../data/api.ts'
import { endSessions, sender } from '../state/access.ts'
import { restedRoute } from '../state/route.ts'
import { plural } from '../words/labels.ts'
import { GrantForm } from './grant-form.tsx'
import { changeRoles, type ListedRole, rolesOf } from './roles.ts'
import { RolesTable } from './roles-table.tsx'

/** The roles in the negotiation, and the levels that they clear for; admins change them here. */
export function AccessView() {
  const { negotiation = '' } = restedRoute.value
  const [roles, setRoles] = useState<readonly ListedRole[]>()
  const [problem, setProblem] = useState<string>()
  const [done, setDone] = useState<string>()
  const failed = (error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    setProblem(error.message)
  }
  const read = () => rolesOf(negotiation).then(setRoles, failed)
  useEffect(() => {
    if (sender.value?.authentication === 'required') void read()
  }, [negotiation, sender.value])
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
  if (sender.value?.authentication === 'open') {
    return (
      <>
        <h2>Access</h2>
        <p>
          This service asks nobody who they are: everybody who reaches it reads and records
          everything, and there are no roles.
        </p>
      </>
    )
  }
  return (
    <>
      <h2>Access</h2>
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
          <RolesTable roles={roles} onChange={change} onEndSessions={end} />
          <GrantForm onGrant={change} />
        </>
      )}
    </>
  )
}
