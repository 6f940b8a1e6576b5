import { idOf, type Told } from './given.ts'
import { inOrder } from './in-order.ts'

const PARTIES = ['aa', 'bb', 'gg', 'hh']
const SUBJECTS = [
  { kind: 'issue', id: 'cap' },
  { kind: 'clause', id: 'art-1' },
  { kind: 'draft', id: 'plan' },
]
const REVISIONS = ['r1', 'r2', 'r3']
const STANCES = ['proposes', 'supports', 'no_objection', 'undecided', 'opposes', 'withdrawn']
const SPEAKERS = [
  { kind: 'person', id: 'ann' },
  { kind: 'person', id: 'bob' },
  { kind: 'party', id: 'aa' },
  { kind: 'party', id: 'gg' },
  { kind: 'outlet', describedAs: 'Wire' },
  { kind: 'anonymous' },
]
const SOURCES = ['s1', 's2', 's3']
const LEVELS = ['on_record', 'on_record', 'official_document', 'background', 'leaked_document']
const WORDINGS = ['quoted', 'quoted', 'partly_quoted', 'paraphrased', 'summarised']

/** A small dense world, so that a few dozen events meet, contradict and undo one another. */
export class RandomHistory {
  readonly told: Told[] = []
  #state: number
  #clock = Date.UTC(2025, 10, 3)
  #statements = 0

  /** The same seed gives the same history, and a shorter one is its beginning. */
  constructor(seed: number, events: number) {
    this.#state = seed >>> 0
    for (const source of SOURCES) this.#tell(this.#source(source))
    this.#tell({ type: 'issue.raised', occurred: '2025-11-01', body: { issue: 'cap' } })
    for (const party of PARTIES) this.#tell({ type: 'party.listed', body: { party } })
    while (this.told.length < events) this.#tell(this.event())
  }

  /** Something that may happen next, at the revision that comes next. */
  event(): Told {
    return this.#chance(0.12) ? this.#correction() : this.#fact()
  }

  /** A whole number from 0 to below `n` (mulberry32). */
  below(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n)
  }

  /** An instant at, just before, or well between the edges of the dates in use. */
  validTime(): number {
    const day = Date.UTC(2025, 9, 28 + this.below(22))
    return day + this.#pick([0, 0, -1, 1, 43_200_000, 3_600_000])
  }

  #fact(): Told {
    const kind = this.below(100)
    if (kind < 55) return this.#statement()
    if (kind < 65) {
      const by = this.#chance(0.4) ? { by: PARTIES.filter(() => this.#chance(0.5)) } : {}
      const isSome = by.by === undefined || by.by.length > 0
      return this.#dated('statement.retracted', { statement: this.#known(), ...(isSome && by) })
    }
    if (kind < 72) return this.#dated('position.ended', this.#ended())
    if (kind < 82) return this.#membership()
    if (kind < 84) return this.#dated('party.withdrawn', { party: this.#pick(['aa', 'bb']) })
    if (kind < 86) return this.#source(this.#pick(SOURCES))
    return this.#act()
  }

  #statement(): Told {
    const positions = Array.from({ length: 1 + this.below(3) }, (_, part) => ({
      party: this.#pick(PARTIES),
      subject: this.#pick(SUBJECTS.slice(0, 2)),
      stance: this.#pick([...STANCES, 'supports', 'opposes', 'opposes']),
      rationale: `${this.told.length}.${part}`,
      ...this.#period(),
    }))
    const relay = this.#chance(0.5) ? [this.#pick(SOURCES)] : []
    const speaker = this.#pick(SPEAKERS)
    return this.#dated('statement.recorded', {
      statement: this.#chance(0.05) ? this.#known() : `st-${this.#statements++}`,
      speaker,
      ...(this.#chance(0.7) && { onBehalfOf: this.#pick(PARTIES) }),
      ...(this.#chance(0.2) && {
        jointlyWith: [{ speaker: this.#pick(SPEAKERS), onBehalfOf: this.#pick(PARTIES) }],
      }),
      wording: this.#pick(WORDINGS),
      attribution: { level: this.#pick(LEVELS) },
      positions,
      ...(this.#chance(0.8) && { evidence: [{ source: this.#pick(SOURCES), relay }] }),
    })
  }

  #act(): Told {
    const clause = 'art-1'
    const some = () => PARTIES.filter(() => this.#chance(0.3))
    const alternative = () => ({ text: 'Else.', proposers: some(), opponents: some() })
    const operations = [
      { op: 'add', clause, text: 'So.', proposers: some(), alternatives: [alternative()] },
      { op: 'amend', clause, text: 'Or.', alternatives: [alternative(), alternative()] },
      {
        op: 'take_position',
        clause,
        party: this.#pick(PARTIES),
        stance: this.#pick(STANCES),
        commitment: 'reserved',
        note: `${this.told.length}`,
      },
      { op: 'merge', clauses: ['x', 'y'], into: { clause, text: 'So.', proposers: some() } },
      { op: 'remove', clause },
    ].filter(() => this.#chance(0.5))
    return this.#pick([
      this.#dated('draft.tabled', { draft: 'plan', proposers: some() }),
      this.#dated('draft.withdrawn', { draft: 'plan', by: some() }),
      this.#dated('draft.revised', { ...this.#revision(), operations, ...this.#attests() }),
      this.#dated('draft.operationsAdded', { revision: this.#pick(REVISIONS), operations }),
      this.#dated('draft.revisionReported', this.#revision()),
    ])
  }

  #revision() {
    const basis = REVISIONS.filter(() => this.#chance(0.3))
    return { draft: 'plan', revision: this.#pick(REVISIONS), basis }
  }

  #attests() {
    return this.#chance(0.2) ? { attests: this.#pick(REVISIONS) } : {}
  }

  #membership(): Told {
    const body = { grouping: this.#pick(['gg', 'gg', 'hh']), party: this.#pick(['aa', 'bb', 'gg']) }
    if (this.#chance(0.4)) return this.#dated('grouping.left', body)
    const since = this.#chance(0.5) ? { since: this.#date() } : {}
    return this.#dated('grouping.joined', { ...body, ...since })
  }

  #ended() {
    return {
      statement: this.#known(),
      party: this.#pick(PARTIES),
      subject: this.#pick(SUBJECTS.slice(0, 2)),
    }
  }

  #source(source: string): Told {
    const publisher = this.#pick(['Wire', 'Wire', 'Post', undefined])
    return this.#dated('source.recorded', { source, ...(publisher && { publisher }) })
  }

  #correction(): Told {
    const target = idOf(Math.max(0, this.told.length - 1 - this.below(this.#pick([3, 12, 40]))))
    if (this.#chance(0.4)) return this.#dated('entry.voided', { target })
    const { type, occurred, body } = this.#fact()
    return this.#dated('entry.corrected', { target, replacement: { type, occurred, ...body } })
  }

  #dated(type: string, body: object): Told {
    return { type, occurred: this.#date(), body }
  }

  #period(): { since?: string; until?: string } {
    const since = this.#chance(0.3) ? { since: this.#date() } : {}
    const until = this.#chance(0.2) ? { until: this.#date() } : {}
    return inOrder({ ...since, ...until }) ? { ...since, ...until } : since
  }

  #date(): string {
    const day = () => `2025-11-${String(1 + this.below(12)).padStart(2, '0')}`
    const [a, b] = [day(), day()].sort()
    const hour = String(this.below(24)).padStart(2, '0')
    const precise = [`${a}T${hour}:00Z`, `${a}T${hour}:00:00.000Z`]
    const rare = ['2025-10', '2025', `../${a}`, `${a}/..`, '../', `${a}/${b}`]
    const common = [a as string, a as string, a as string, '2025-11', ...precise]
    return this.#pick(this.#chance(0.2) ? rare : common)
  }

  #tell(told: Told): void {
    this.#clock += this.#pick([0, 1, 3_600_000, 20_000_000])
    this.told.push({ ...told, recordedAt: new Date(this.#clock).toISOString() })
  }

  #known(): string {
    return `st-${Math.max(0, this.#statements - 1 - this.below(8))}`
  }

  #chance(likelihood: number): boolean {
    return this.below(1000) < likelihood * 1000
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T
  }
}
