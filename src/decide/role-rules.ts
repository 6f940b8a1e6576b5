import {
  isRoleEvent,
  type LedgerEvent,
  type RoleEvent,
  type WithheldEvent,
} from '../../events/registry.ts'
import {
  negotiationRoles,
  type Role,
  RoleCommand,
  type RoleProposal,
  serviceRoles,
} from '../../events/role.ts'
import { Roles } from '../../projections/access/roles.ts'
import { readCommands } from './command.ts'
import { fewRefusals } from './few.ts'
import type { ReasonParams } from './reasons.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { Circumstances, Decidable, Decisions, Rules, Verdict } from './rules.ts'
import { type Trial, Trials } from './trial.ts'

/** An event of an access ledger that is to be decided. */
type NamedRole = RoleProposal & { readonly id: string }

/** The roles of a kind of access ledger, and the one of them that somebody has at all times. */
interface Kind {
  readonly roles: Readonly<Partial<Record<Role, string>>>
  readonly lead: Role
  readonly place: ReasonParams['role_unknown']['place']
}

/** The rules of the access ledger of a negotiation. */
export const roleRules = rulesOf({
  roles: negotiationRoles,
  lead: 'admin',
  place: 'negotiation',
})

/** The rules of the access ledger of the service. */
export const serviceRoleRules = rulesOf({
  roles: serviceRoles,
  lead: 'operator',
  place: 'service',
})

function rulesOf(kind: Kind): Rules {
  return {
    read: (request) => readCommands(request, RoleCommand),
    start: () => new RoleDecisions(kind),
  }
}

/** Decides who may have which role. Somebody has the lead, without an end, from the first event on. */
class RoleDecisions implements Decisions {
  readonly #kind: Kind
  readonly #trials = new Trials()
  readonly #roles = new Roles()
  readonly #ids = new Map<string, true>()

  constructor(kind: Kind) {
    this.#kind = kind
  }

  begin(): Trial {
    return this.#trials.begin()
  }

  holds(event: string): boolean {
    return this.#ids.has(event)
  }

  evolve(event: LedgerEvent | WithheldEvent): void {
    if (event.body !== null && isRoleEvent(event)) this.#evolve(event)
    else this.#trials.set(this.#ids, event.id, true)
  }

  decide(events: readonly Decidable[], { pointerTo, now }: Circumstances): Verdict {
    const trial = this.begin()
    const refusalsOf = (index: number) => {
      const event = events[index] as NamedRole
      const found = this.#judge(event, now)
      if (found.length === 0) this.#evolve({ ...UNRECORDED, ...event })
      return found.map((refusal) => ({ ...refusal, pointer: pointerTo(index) + refusal.pointer }))
    }
    return { refusals: fewRefusals(events.length, refusalsOf, pointerTo), events, trial }
  }

  #evolve(event: RoleEvent): void {
    this.#trials.set(this.#ids, event.id, true)
    this.#trials.changing(this.#roles.apply(event))
  }

  #judge({ type, body }: NamedRole, now: number): Refusal[] {
    const { roles, lead, place } = this.#kind
    const { role, principal } = body
    if (!Object.hasOwn(roles, role)) {
      const params = { role, place, roles: Object.keys(roles) }
      return [refusal('malformed', '/role', 'role_unknown', params)]
    }
    const held = this.#roles.get(principal, role)
    if (type === 'role.revoked' && held === undefined) {
      return [refusal('role_not_held', '/role', 'role_not_held', { role, place, principal })]
    }
    const isLasting = type === 'role.granted' && body.until === undefined
    const isLastingNow = held !== undefined && held.until === undefined
    const others = this.#roles.lasting(lead) - (isLastingNow ? 1 : 0)
    const staysLed = role === lead ? isLasting || others > 0 : this.#roles.lasting(lead) > 0
    if (!staysLed) {
      return [refusal('last_lead', '/role', 'last_lead', { role: lead, place })]
    }
    return type === 'role.granted' ? this.#judgeGrant(body, now) : []
  }

  #judgeGrant(
    { role, parties, clearance, until }: (NamedRole & { type: 'role.granted' })['body'],
    now: number,
  ) {
    const refusals: Refusal[] = []
    if (clearance !== undefined && !Object.hasOwn(negotiationRoles, role)) {
      refusals.push(refusal('malformed', '/clearance', 'clearance_in_service', {}))
    }
    if (parties !== undefined && role !== 'recorder') {
      refusals.push(refusal('malformed', '/parties', 'parties_of_no_recorder', {}))
    }
    if (until !== undefined && Date.parse(until) <= now) {
      refusals.push(refusal('malformed', '/until', 'time_past', { time: until }))
    }
    return refusals
  }
}

/** Members of an event that has no place yet. */
const UNRECORDED = {
  actor: '',
  recordedAt: '',
  revision: -1,
  occurred: { text: '', from: null, until: null },
}
