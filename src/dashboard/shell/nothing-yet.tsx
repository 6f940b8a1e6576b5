import { Link } from '../parts/link.tsx'
import { restedRoute } from '../state/route.ts'

/** In place of every view, as long as a negotiation is not opened. */
export function NothingYet() {
  return (
    <>
      <h2>Nothing is recorded yet</h2>
      <p>
        There is no negotiation called <code>{restedRoute.value.negotiation}</code>. The first entry
        opens it.
      </p>
      <p>
        <Link to={{ view: 'record' }} class="call">
          Start recording
        </Link>
      </p>
    </>
  )
}
