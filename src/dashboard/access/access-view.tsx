import { RoleLacking } from '../parts/role-lacking.tsx'
import { sender } from '../state/access.ts'
import { mayUse } from '../state/own-access.ts'
import { restedRoute } from '../state/route.ts'
import { ErasuresList } from './erasures-list.tsx'
import { OwnRoles } from './own-roles.tsx'
import { ReadsList } from './reads-list.tsx'
import { RoleChanges } from './role-changes.tsx'

/** The view of roles, reads and erasures, as far as the reader may see or change them. */
export function AccessView() {
  const { negotiation = '' } = restedRoute.value
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
      <OwnRoles />
      {mayUse('listRoles') ? (
        <RoleChanges key={`roles ${negotiation}`} negotiation={negotiation} />
      ) : (
        <RoleLacking
          act="To see who else has a role, and who read what,"
          roles={['admin', 'auditor']}
          scope="read"
        />
      )}
      {mayUse('listReads') && <ReadsList key={`reads ${negotiation}`} negotiation={negotiation} />}
      {mayUse('listErasures') && (
        <ErasuresList key={`erasures ${negotiation}`} negotiation={negotiation} />
      )}
    </>
  )
}
