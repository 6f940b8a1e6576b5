import type { Subject } from '../../events/position.ts'
import { Random } from './random.ts'

export interface KnownPerson {
  readonly id: string
  readonly party: string
}

export interface KnownStatement {
  readonly id: string
  readonly positions: readonly { readonly party: string; readonly subject: Subject }[]
}

export interface KnownRevision {
  readonly id: string
  readonly draft: string
  /** The clauses that stand in it at the top level. */
  readonly clauses: readonly string[]
  complete: boolean
}

export interface KnownMeeting {
  readonly id: string
  state: 'announced' | 'convened' | 'suspended'
}

/** What the ledger made so far has introduced, as far as what comes next may speak of it. */
export class World {
  readonly random: Random
  /** Transaction time of the command being made, UTC milliseconds. */
  now: number
  /** Commands made so far. */
  made = 0
  suspended = false
  readonly parties: string[] = []
  readonly groupings: { readonly id: string; readonly members: Set<string> }[] = []
  readonly persons: KnownPerson[] = []
  readonly issues: string[] = []
  readonly settled: string[] = []
  readonly sources: string[] = []
  readonly texts = new Recent<{ readonly source: string; readonly text: string }>(40)
  readonly statements = new Recent<KnownStatement>(300)
  readonly drafts: string[] = []
  readonly revisions = new Recent<KnownRevision>(24)
  readonly meetings: KnownMeeting[] = []
  readonly #counts = new Map<string, number>()

  constructor(seed: number, now: number) {
    this.random = new Random(seed)
    this.now = now
  }

  /** An id that nothing has yet: `party-1`, `party-2` and so on. */
  newId(kind: string): string {
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    return `${kind}-${count}`
  }

  /** How many of a kind there may be by now, so that a longer ledger has a larger cast. */
  room(atFirst: number, growth: number): number {
    return atFirst + growth * Math.sqrt(this.made)
  }

  /** Anyone who can hold a position: mostly a party, sometimes a grouping. */
  anyParty(): string {
    return this.groupings.length > 0 && this.random.chance(0.1)
      ? this.random.pick(this.groupings).id
      : this.random.pick(this.parties)
  }

  /** Anything that a position can be about: mostly an issue. */
  anySubject(): Subject {
    const revision = this.revisions.any(this.random)
    const clauses = revision?.clauses ?? []
    if (clauses.length > 0 && this.random.chance(0.2)) {
      return { kind: 'clause', id: this.random.pick(clauses) }
    }
    return this.drafts.length > 0 && this.random.chance(0.08)
      ? { kind: 'draft', id: this.random.pick(this.drafts) }
      : { kind: 'issue', id: this.random.pick(this.issues) }
  }
}

/** The last few of many, so that memory does not grow with the ledger. */
export class Recent<T> {
  readonly #limit: number
  readonly #items: T[] = []
  #next = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(item: T): void {
    this.#items[this.#next] = item
    this.#next = (this.#next + 1) % this.#limit
  }

  any(random: Random): T | undefined {
    return this.#items.length === 0 ? undefined : random.pick(this.#items)
  }

  all(): readonly T[] {
    return this.#items
  }
}
