import type { RoleEvent } from '../../events/registry.ts'
import type { Role } from '../../events/role.ts'

/** A role that a principal has. */
export interface HeldRole {
  readonly principal: string
  readonly role: Role
  /** Of a recorder: the only parties that may be recorded for; undefined for anything. */
  readonly parties?: readonly string[] | undefined
  /** The highest level that it clears for; undefined for `public` alone. */
  readonly clearance?: string | undefined
  /** UTC ISO 8601; undefined: until it is revoked. */
  readonly until?: string | undefined
  /** The time of the grant, UTC ISO 8601, its principal, and its event. */
  readonly since: string
  readonly by: string
  readonly revision: number
}

/** Takes back what an event changed. */
type Undo = () => void

/** The roles of principals: the fold of one access ledger. */
export class Roles {
  readonly #held = new Map<string, Map<Role, HeldRole>>()
  readonly #lasting = new Map<Role, number>()

  /** @returns what takes the change back, as long as nothing was applied after it. */
  apply(event: RoleEvent): Undo {
    const { principal, role } = event.body
    const before = this.#held.get(principal)?.get(role)
    this.#set(principal, role, event.type === 'role.granted' ? heldBy(event) : undefined)
    return () => this.#set(principal, role, before)
  }

  /** The roles that a principal has, those that have ended by time included. */
  of(principal: string): Iterable<HeldRole> {
    return this.#held.get(principal)?.values() ?? []
  }

  get(principal: string, role: Role): HeldRole | undefined {
    return this.#held.get(principal)?.get(role)
  }

  /** All roles that were granted and not revoked, in the order in which they were granted. */
  all(): HeldRole[] {
    const all = [...this.#held.values()].flatMap((held) => [...held.values()])
    return all.sort((a, b) => a.revision - b.revision)
  }

  /** The number of principals who have a role until it is revoked. */
  lasting(role: Role): number {
    return this.#lasting.get(role) ?? 0
  }

  #set(principal: string, role: Role, held: HeldRole | undefined): void {
    const own = this.#held.get(principal) ?? new Map<Role, HeldRole>()
    const change = lastingOf(held) - lastingOf(own.get(role))
    this.#lasting.set(role, this.lasting(role) + change)
    if (held === undefined) own.delete(role)
    else own.set(role, held)
    if (own.size === 0) this.#held.delete(principal)
    else this.#held.set(principal, own)
  }
}

/** Tells if a role is in force at a time, in UTC milliseconds. */
export function isInForce({ until }: HeldRole, now: number): boolean {
  return until === undefined || Date.parse(until) > now
}

function heldBy({ body, actor, recordedAt, revision }: RoleEvent & { type: 'role.granted' }) {
  return { ...body, since: recordedAt, by: actor, revision }
}

function lastingOf(held: HeldRole | undefined): number {
  return held !== undefined && held.until === undefined ? 1 : 0
}
