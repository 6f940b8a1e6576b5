import type { RoleEvent } from '../../events/registry.ts'
import { type HeldRole, isInForce, Roles } from '../../projections/access/roles.ts'
import type { Damages } from '../ledger/damages.ts'
import { Chain } from '../ledger/decode.ts'
import { accessIdOf, readLedgerId, SERVICE_ACCESS } from '../ledger/ledger-name.ts'
import { backoff, type Pause } from '../ledger/pause.ts'
import { Waiters, type WaitLimits } from '../ledger/waiters.ts'
import {
  type EventStore,
  type FedEvent,
  LedgerDamaged,
  StoreUnavailable,
} from '../store/event-store.ts'

export interface RoleBookMeans {
  readonly store: Pick<EventStore, 'feed'>
  readonly pause: Pause
  /** Is told of damage. */
  readonly damages: Pick<Damages, 'note'>
  /** Is told why the book ceased to follow the store. */
  readonly report: (error: unknown) => void
  /** UTC milliseconds. */
  readonly now: () => number
  /** The longest time that a request waits for the book, in milliseconds. */
  readonly patience: number
}

/** The failures in a row, with pauses of six seconds in all, after which a start gives up. */
const MANY_FAILURES = 7

/** An access ledger as far as it is folded. */
interface Folded {
  readonly chain: Chain
  readonly waiters: Waiters
  roles: Roles
  /** True once it is found not to hold together: then nobody has a role by it. */
  isDamaged: boolean
}

/**
 * The roles of principals, in the service and in every negotiation: the folds of all access ledgers, in
 * memory and kept up with the store. To ask it reads nothing.
 */
export class RoleBook {
  readonly #means: RoleBookMeans
  readonly #folded = new Map<string, Folded>()
  /** By principal: the negotiations in whose access ledger it stands, ended roles included. */
  readonly #negotiations = new Map<string, Set<string>>()
  readonly #listeners = new Set<() => void>()
  readonly #ending = new AbortController()
  readonly #ended: Promise<void>
  readonly #caughtUp = Promise.withResolvers<void>()
  #isCaughtUp = false

  constructor(means: RoleBookMeans) {
    this.#means = means
    // Whoever waits is told; until then nobody is.
    this.#caughtUp.promise.catch(() => undefined)
    this.#ended = this.#follow()
  }

  /**
   * Resolves once the book has all that was recorded before it was opened, however long it takes to
   * read that.
   *
   * @throws the error of the store, where reading failed many times in a row.
   */
  caughtUp(): Promise<void> {
    return this.#caughtUp.promise
  }

  /**
   * As {@link caughtUp}, within the patience of a request.
   *
   * @throws {StoreUnavailable} not in time.
   */
  async ready(): Promise<void> {
    if (this.#isCaughtUp) return
    const late = Promise.withResolvers<never>()
    const refuse = () => late.reject(new StoreUnavailable('roles are not read yet'))
    const timer = setTimeout(refuse, this.#means.patience)
    await Promise.race([this.#caughtUp.promise, late.promise]).finally(() => clearTimeout(timer))
  }

  /** The roles in force that a principal has in the service. */
  inService(principal: string): readonly HeldRole[] {
    return this.#inForce(SERVICE_ACCESS, principal)
  }

  /** The roles in force that a principal has in a negotiation. */
  in(negotiation: string, principal: string): readonly HeldRole[] {
    return this.#inForce(accessIdOf(negotiation), principal)
  }

  /** The negotiations in which a principal has any role in force. */
  negotiationsOf(principal: string): string[] {
    const known = [...(this.#negotiations.get(principal) ?? [])]
    return known.filter((negotiation) => this.in(negotiation, principal).length > 0)
  }

  /** All roles of an access ledger, by its name, and the revision that they are as of. */
  all(ledger: string): { readonly revision: number; readonly roles: readonly HeldRole[] } {
    const { chain, roles } = this.#folded.get(ledger) ?? {}
    return { revision: chain?.revision ?? -1, roles: roles?.all() ?? [] }
  }

  /** Tells if nobody was ever granted a role in a negotiation. */
  isUnled(negotiation: string): boolean {
    return this.isEmpty(accessIdOf(negotiation))
  }

  /** Tells if an access ledger has no event: nobody was ever granted a role by it. */
  isEmpty(ledger: string): boolean {
    const { chain, isDamaged = false } = this.#folded.get(ledger) ?? {}
    return !isDamaged && (chain?.revision ?? -1) < 0
  }

  /** Resolves once an access ledger is folded up to a revision. @throws as {@link Waiters.until}. */
  async reached(ledger: string, revision: number, patience: WaitLimits): Promise<void> {
    const { chain, waiters } = this.#of(ledger)
    if (chain.revision < revision) await waiters.until(revision, patience)
  }

  /** Calls `listener` after each change, until `signal` aborts. */
  listen(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener)
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true })
  }

  async close(): Promise<void> {
    this.#ending.abort()
    await this.#ended
  }

  #inForce(ledger: string, principal: string): readonly HeldRole[] {
    const held = [...(this.#folded.get(ledger)?.roles.of(principal) ?? [])]
    const now = held.some(({ until }) => until !== undefined) ? this.#means.now() : 0
    return held.filter((one) => isInForce(one, now))
  }

  async #follow(): Promise<void> {
    const { signal } = this.#ending
    let after: string | undefined
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        for await (const page of this.#means.store.feed(after, signal, SERVICE_ACCESS)) {
          for (const fed of page) this.#fold(fed)
          after = page.at(-1)?.position ?? after
          if (page.length > 0) for (const listener of [...this.#listeners]) listener()
          else this.#tellCaughtUp()
          failures = 0
        }
      } catch (error) {
        if (!signal.aborted) this.#means.report(error)
        if (failures >= MANY_FAILURES) this.#caughtUp.reject(error)
      }
      await this.#means.pause(backoff(failures), signal)
    }
  }

  #tellCaughtUp(): void {
    this.#isCaughtUp = true
    this.#caughtUp.resolve()
  }

  #fold({ ledger, event, damage }: FedEvent): void {
    const folded = this.#of(ledger)
    if (folded.isDamaged) return
    try {
      if (event === undefined) throw new LedgerDamaged(ledger, damage)
      const known = folded.chain.next(event)
      if (known.type.startsWith('role.')) this.#apply(ledger, folded, known as RoleEvent)
      folded.waiters.reached(known.revision)
    } catch (error) {
      if (!(error instanceof LedgerDamaged)) throw error
      this.#means.damages.note(error)
      this.#means.report(error)
      folded.isDamaged = true
      folded.roles = new Roles()
      folded.waiters.fail(error)
    }
  }

  #apply(ledger: string, { roles }: Folded, event: RoleEvent): void {
    roles.apply(event)
    const id = readLedgerId(ledger)
    if (id.of === 'service') return
    const { principal } = event.body
    const known = this.#negotiations.get(principal) ?? new Set()
    this.#negotiations.set(principal, known)
    if ([...roles.of(principal)].length > 0) known.add(id.negotiation)
    else known.delete(id.negotiation)
    if (known.size === 0) this.#negotiations.delete(principal)
  }

  #of(ledger: string): Folded {
    const known = this.#folded.get(ledger)
    if (known !== undefined) return known
    const waiters = new Waiters()
    const made = { chain: new Chain(ledger), waiters, roles: new Roles(), isDamaged: false }
    this.#folded.set(ledger, made)
    return made
  }
}
