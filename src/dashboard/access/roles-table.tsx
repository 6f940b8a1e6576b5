import { sender } from '../state/access.ts'
import { instantText } from '../words/dates.ts'
import { capital } from '../words/labels.ts'
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
  return (
    <div class="table-scroll">
      <table class="step-table">
        <caption>Roles in this negotiation</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Role</th>
            <th scope="col">Cleared up to</th>
            <th scope="col">Since</th>
            <th scope="col">Until</th>
            <th scope="col">Change</th>
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
                {capital(role)}
                {parties !== undefined && ` of ${parties.join(', ')}`}
              </td>
              <td>{clearance ?? 'public'}</td>
              <td>{instantText(since)}</td>
              <td>{until === undefined ? 'without end' : instantText(until)}</td>
              <td>
                {onChange !== undefined && (
                  <button
                    type="button"
                    aria-label={`Revoke ${role} of ${name ?? principal}`}
                    onClick={() => void onChange({ type: 'role.revoked', principal, role })}
                  >
                    Revoke
                  </button>
                )}{' '}
                {mayEndSessions(principal) && (
                  <button
                    type="button"
                    aria-label={`End all sessions of ${name ?? principal}`}
                    onClick={() => void onEndSessions(principal)}
                  >
                    End sessions
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
