import { Link } from '../parts/link.tsx'
import { RoleLacking } from '../parts/role-lacking.tsx'
import { mayUse } from '../state/own-access.ts'
import { restedRoute } from '../state/route.ts'
import { messages } from '../words/messages.ts'

/** In place of every view, as long as a negotiation is not opened. */
export function NothingYet() {
  const name = <code>{restedRoute.value.negotiation}</code>
  if (!mayUse('recordEvents')) {
    return (
      <>
        <h2>{messages.shell.nothingToRead}</h2>{' '}
        <p>
          {messages.shell.noSuchNegotiation}: {name}. {messages.shell.orNoRole}
        </p>
        <RoleLacking act={messages.shell.toReadIt} roles={[]} scope="read" />
      </>
    )
  }
  return (
    <>
      <h2>{messages.shell.nothingRecorded}</h2>{' '}
      <p>
        {messages.shell.noSuchNegotiation}: {name}. {messages.shell.firstOpens}
      </p>
      <p>
        <Link to={{ view: 'record' }} class="call">
          {messages.shell.startRecording}
        </Link>
      </p>
    </>
  )
}
