import { sender } from '../state/access.ts'
import { useNames } from '../state/use-names.ts'
import { instantText } from '../words/dates.ts'
import { capital, plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import type { ListedRole } from './roles.ts'

interface Props {
  readonly roles: readonly ListedRole[]
  /** Undefined for a reader who may not change roles. */
  readonly onChange: ((command: object) => Promise<boolean>) | undefined
  /** Ends all sessions of a principal in browsers. */
  readonly onEndSessions: (principal: string) => Promise<boolean>
}

/** The roles that were granted and not revoked, each with what revokes it. */
export function RolesTable({ roles, onChange, onEndSessions }: Props) {
  const names = useNames()
  return (
    <div class="table-scroll">
      <table class="step-table">
        <caption>{messages.access.rolesHere}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.access.who}</th>
            <th scope="col">{messages.access.role}</th>
            <th scope="col">{messages.access.clearedUpTo}</th>
            <th scope="col">{messages.access.since}</th>
            <th scope="col">{messages.access.until}</th>
            <th scope="col">{messages.access.change}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map(({ principal, name, role, parties, clearance, since, until, revision }) => (
            <tr key={revision}>
              <th scope="row">
                <span dir="auto">{name ?? principal}</span>
                {name !== null && <span class="faint"> {principal}</span>}
              </th>
              <td>
                {capital(plainWords(role))}
                {parties !== undefined &&
                  ` (${parties.map((party) => names.party(party)).join(', ')})`}
              </td>
              <td>{clearance ?? 'public'}</td>
              <td>{instantText(since)}</td>
              <td>{until === undefined ? messages.access.withoutEnd : instantText(until)}</td>
              <td>
                {onChange !== undefined && (
                  <button
                    type="button"
                    aria-label={messages.access.revokeOne(plainWords(role), name ?? principal)}
                    onClick={() => void onChange({ type: 'role.revoked', principal, role })}
                  >
                    {messages.access.revoke}
                  </button>
                )}{' '}
                {mayEndSessions(principal) && (
                  <button
                    type="button"
                    aria-label={messages.access.endAllOf(name ?? principal)}
                    onClick={() => void onEndSessions(principal)}
                  >
                    {messages.access.endSessions}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Tells if the reader may end the sessions of a principal: operators may, and everybody their own. */
function mayEndSessions(principal: string): boolean {
  const known = sender.value
  return known?.principal === principal || known?.roles.includes('operator') === true
}
