import { RoleLacking } from '../parts/role-lacking.tsx'
import { sender } from '../state/access.ts'
import { mayUse } from '../state/own-access.ts'
import { restedRoute } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import { ErasuresList } from './erasures-list.tsx'
import { ReadsList } from './noted-reads-list.tsx'
import { OwnRoles } from './own-roles.tsx'
import { RoleChanges } from './role-changes.tsx'

/** The view of roles, reads and erasures, as far as the reader may see or change them. */
export function AccessView() {
  const { negotiation = '' } = restedRoute.value
  if (sender.value?.authentication === 'open') {
    return (
      <>
        <h2>{messages.shell.viewTitles.access}</h2>
        <p>{messages.access.open}</p>
      </>
    )
  }
  return (
    <>
      <h2>{messages.shell.viewTitles.access}</h2>
      <OwnRoles />
      {mayUse('listRoles') ? (
        <RoleChanges key={`roles ${negotiation}`} negotiation={negotiation} />
      ) : (
        <RoleLacking act={messages.access.toSeeRoles} roles={['admin', 'auditor']} scope="read" />
      )}
      {mayUse('listReads') && <ReadsList key={`reads ${negotiation}`} negotiation={negotiation} />}
      {mayUse('listErasures') && (
        <ErasuresList key={`erasures ${negotiation}`} negotiation={negotiation} />
      )}
    </>
  )
}
