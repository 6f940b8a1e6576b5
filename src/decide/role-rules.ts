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
import type { Refusal, RefusalCode } from './refusal.ts'
import type { Circumstances, Decidable, Decisions, Rules, Verdict } from './rules.ts'
import { type Trial, Trials } from './trial.ts'

/** An event of an access ledger that is to be decided. */
type NamedRole = RoleProposal & { readonly id: string }

/** The roles of a kind of access ledger, and the one of them that somebody has at all times. */
interface Kind {
  readonly roles: Readonly<Partial<Record<Role, string>>>
  readonly lead: Role
  /** The place of the roles, as a sentence names it. */
  readonly where: string
}

/** The rules of the access ledger of a negotiation. */
export const roleRules = rulesOf({
  roles: negotiationRoles,
  lead: 'admin',
  where: 'in a negotiation',
})

/** The rules of the access ledger of the service. */
export const serviceRoleRules = rulesOf({
  roles: serviceRoles,
  lead: 'operator',
  where: 'in the service',
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
    const { roles, lead, where } = this.#kind
    const { role, principal } = body
    if (!Object.hasOwn(roles, role)) {
      const known = Object.keys(roles).join(', ')
      return [
        refusal(
          'malformed',
          `is "${role}", which is no role ${where}: choose one of ${known}`,
          '/role',
        ),
      ]
    }
    const held = this.#roles.get(principal, role)
    if (type === 'role.revoked' && held === undefined) {
      const what = `is "${role}", which ${principal} does not have ${where}: correct the role or the principal`
      return [refusal('role_not_held', what, '/role')]
    }
    const isLasting = type === 'role.granted' && body.until === undefined
    const isLastingNow = held !== undefined && held.until === undefined
    const others = this.#roles.lasting(lead) - (isLastingNow ? 1 : 0)
    const staysLed = role === lead ? isLasting || others > 0 : this.#roles.lasting(lead) > 0
    if (!staysLed) {
      const what = `must leave somebody with the role ${lead} ${where}, without an end: grant that to another principal first`
      return [refusal('last_lead', what, '/role')]
    }
    return type === 'role.granted' ? this.#judgeGrant(body, now) : []
  }

  #judgeGrant(
    { role, parties, clearance, until }: (NamedRole & { type: 'role.granted' })['body'],
    now: number,
  ) {
    const refusals: Refusal[] = []
    if (clearance !== undefined && !Object.hasOwn(negotiationRoles, role)) {
      const what = 'is for roles in a negotiation: leave it out, since the service has no levels'
      refusals.push(refusal('malformed', what, '/clearance'))
    }
    if (parties !== undefined && role !== 'recorder') {
      const what = 'is for recorders alone: leave it out, or grant the role recorder'
      refusals.push(refusal('malformed', what, '/parties'))
    }
    if (until !== undefined && Date.parse(until) <= now) {
      const what = `is ${until}, which is past: give a later time, or leave it out`
      refusals.push(refusal('malformed', what, '/until'))
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

function refusal(code: RefusalCode, what: string, pointer: string): Refusal {
  return { code, what, pointer }
}
