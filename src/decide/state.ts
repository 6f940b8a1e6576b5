import type { LogEvent, RoleEvent, WithheldEvent } from '../../events/registry.ts'
import { partiesOf } from '../../projections/access/statement-parties.ts'
import { type SessionWindow, sessionWindow } from '../../projections/meetings/session-window.ts'
import type { Addition, Kind } from './claim.ts'
import { claimsOf, type DecidableEvent } from './registry.ts'
import { Standing } from './standing.ts'
import { type Trial, Trials } from './trial.ts'

/** An event that nothing corrects: about the log itself, a role, a release, an erasure; or an erased one. */
type Plain =
  | Extract<DecidableEvent, { type: 'entry.released' | 'entry.erased' }>
  | LogEvent
  | RoleEvent
  | WithheldEvent

/** The fact that an event carries: itself, or what it puts in the place of another. */
type Said =
  | DecidableEvent
  | Extract<DecidableEvent, { type: 'entry.corrected' }>['body']['replacement']

/**
 * The state of a ledger against which the next event is judged: which ids are taken and by
 * which entry, which events there are, which parties are groupings, and the texts that are held.
 */
export class DecisionState {
  readonly #trials = new Trials()
  readonly #introduced = new Map<string, string>()
  readonly #roots = new Map<string, string>()
  /** By event id: the entries that nothing corrects: about the log itself, releases, erased ones. */
  readonly #ofLog = new Map<string, true>()
  readonly #standing = new Standing(this.#trials)
  /** By entry that is a statement, as {@link partiesIn} gives them. */
  readonly #parties = new Map<string, readonly string[] | undefined>()
  readonly #sharedParties = new Map<string, readonly string[]>()
  /** By meeting: the entries that say, or said, when it convened or concluded. */
  readonly #sessions = new Map<string, Set<string>>()

  /** By the key of a sum: the entries that add to it, each with the most that it ever added. */
  readonly #sums = new Map<string, Map<string, number>>()

  /** Begins a trial: what evolves from now on can be taken back. */
  begin(): Trial {
    return this.#trials.begin()
  }

  evolve(event: DecidableEvent | LogEvent | RoleEvent | WithheldEvent): void {
    if (isPlain(event)) {
      this.#trials.set(this.#ofLog, event.id, true)
      return
    }
    const known = this.rootOf(event)
    // An event that corrects none before it, or has the id of one, is refused, but still evolves: a
    // chain of corrections must not close upon itself.
    if (known !== undefined && !this.holds(event.id)) this.#standing.evolve(event)
    const root = known ?? event.id
    this.#trials.set(this.#roots, event.id, root)
    const said = event.type === 'entry.corrected' ? event.body.replacement : event
    if (said.type === 'meeting.convened' || said.type === 'meeting.concluded') {
      this.#evolveSession(said.body.meeting, root)
    }
    if (said.type === 'statement.recorded' || this.#parties.has(root)) {
      this.#evolveParties(event, said, root)
    }
    for (const claim of claimsOf(event)) {
      if (claim.claim === 'adds') this.#evolveSum(claim, root)
      if (claim.claim !== 'introduces' && claim.claim !== 'brings') continue
      const key = `${claim.kind} ${claim.id}`
      if (!this.#introduced.has(key)) this.#trials.set(this.#introduced, key, root)
    }
  }

  /** The window of a session as it is known; undefined where nothing tells when it was. */
  sessionWindow(meeting: string): SessionWindow | undefined {
    const roots = this.#sessions.get(meeting) ?? []
    const holdings = Array.from(roots, (root) => this.#standing.of(root))
    return sessionWindow(
      holdings.filter((one) => one?.kind === 'meeting').filter(({ id }) => id === meeting),
    )
  }

  #evolveSession(meeting: string, root: string): void {
    const entries = this.#sessions.get(meeting) ?? new Set()
    if (entries.has(root)) return
    this.#trials.changing(() => entries.delete(root))
    this.#sessions.set(meeting, entries.add(root))
  }

  /**
   * The parties of the statements that were ever in the place of an entry; undefined if anything
   * but statements was.
   */
  partiesIn(target: string): readonly string[] | undefined {
    return this.#parties.get(this.#roots.get(target) ?? '')
  }

  #evolveParties(event: DecidableEvent, said: Said, root: string): void {
    const before = this.#parties.get(root)
    if (said.type === 'statement.recorded' && (said === event || before !== undefined)) {
      const named = new Set([...(before ?? []), ...partiesOf(said.body).map(({ party }) => party)])
      this.#trials.set(this.#parties, root, this.#shared([...named].sort()))
    } else if (before !== undefined && event.type !== 'entry.voided') {
      this.#trials.set(this.#parties, root, undefined)
    }
  }

  /** One array for all statements of the same parties: there are many of each. */
  #shared(parties: readonly string[]): readonly string[] {
    const key = parties.join(' ')
    const known = this.#sharedParties.get(key) ?? parties
    this.#sharedParties.set(key, known)
    return known
  }

  /**
   * The total that something limited comes to with what an entry adds now. An entry counts for the
   * most that it ever added, since a void of its correction brings that back; 0 where it adds no more.
   */
  totalWith({ amount, sum }: Addition, root: string | undefined): number {
    const added = this.#sums.get(sum ?? '') ?? new Map<string, number>()
    const more = amount - (added.get(root ?? '') ?? 0)
    return more <= 0 ? 0 : added.values().reduce((total, one) => total + one, more)
  }

  #evolveSum({ amount, sum }: Addition, root: string): void {
    if (sum === undefined || amount === 0) return
    const added = this.#sums.get(sum) ?? new Map<string, number>()
    if (amount <= (added.get(root) ?? 0)) return
    this.#sums.set(sum, added)
    this.#trials.set(added, root, amount)
  }

  get isOpen(): boolean {
    return this.introducer('negotiation', '') !== undefined
  }

  /** Is there an event with that id? */
  holds(event: string): boolean {
    return this.#roots.get(event) !== undefined || this.#ofLog.get(event) !== undefined
  }

  /** Is that an entry about the log itself, which nothing corrects? */
  isOfLog(event: string): boolean {
    return this.#ofLog.get(event) !== undefined
  }

  /** The entry that an event stands for: itself, or what its chain of corrections began with. */
  rootOf(event: DecidableEvent): string | undefined {
    return event.type === 'entry.corrected' || event.type === 'entry.voided'
      ? this.rootOfId(event.body.target)
      : event.id
  }

  /** The same of an event in the ledger, by its id. */
  rootOfId(event: string): string | undefined {
    return this.#roots.get(event)
  }

  /** The entry that introduced an id, whatever became of it since. */
  introducer(kind: Kind, id: string): string | undefined {
    return this.#introduced.get(`${kind} ${id}`)
  }

  /** Tells if the party is a grouping; undefined where no listing of it stands. */
  isGrouping(party: string): boolean | undefined {
    const holding = this.#holding('party', party)
    return holding?.kind === 'party' ? holding.grouping : undefined
  }

  /** The text of a source; undefined where none is held, or no record of the source stands. */
  heldText(source: string): string | undefined {
    const holding = this.#holding('source', source)
    return holding?.kind === 'source' ? holding.text : undefined
  }

  #holding(kind: 'party' | 'source', id: string) {
    const root = this.introducer(kind, id)
    const holding = root === undefined ? undefined : this.#standing.of(root)
    return holding?.id === id ? holding : undefined
  }
}

function isPlain(event: DecidableEvent | Plain): event is Plain {
  return event.body === null || PLAIN_TYPES.test(event.type)
}

const PLAIN_TYPES = /^(log\.|role\.|entry\.(released|erased)$)/
