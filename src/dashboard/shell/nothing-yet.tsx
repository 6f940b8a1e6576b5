import { Link } from '../parts/link.tsx'
import { RoleLacking } from '../parts/role-lacking.tsx'
import { mayUse } from '../state/own-access.ts'
import { restedRoute } from '../state/route.ts'

/** In place of every view, as long as a negotiation is not opened. */
export function NothingYet() {
  const name = <code>{restedRoute.value.negotiation}</code>
  if (!mayUse('recordEvents')) {
    return (
      <>
        <h2>Nothing to read here</h2>
        <p>There is no negotiation called {name}, or you have no role in it.</p>
        <RoleLacking act="To read it" roles={[]} scope="read" />
      </>
    )
  }
  return (
    <>
      <h2>Nothing is recorded yet</h2>
      <p>There is no negotiation called {name}. The first entry opens it.</p>
      <p>
        <Link to={{ view: 'record' }} class="call">
          Start recording
        </Link>
      </p>
    </>
  )
}
