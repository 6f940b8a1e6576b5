/** The level of whatever has no other. */
const PUBLIC = 'public'

/** The levels of entries that somebody is cleared for beside `public`: all, or those that are named. */
export type Clearance = 'all' | ReadonlySet<string>

/** The levels of a negotiation, each with its rank: 0 for `public`, which is below the others. */
export class Levels {
  /** The lowest first. */
  readonly names: readonly string[]
  /** The level of an entry that says none. */
  readonly default: string

  /**
   * @param above those above `public`, the lowest first
   * @param byDefault the level of an entry that says none
   */
  constructor(above: readonly string[] = [], byDefault = PUBLIC) {
    this.names = [PUBLIC, ...above]
    this.default = byDefault
  }

  /** The highest rank. */
  get top(): number {
    return this.names.length - 1
  }

  /** The rank of an entry at a level; one that the negotiation does not have is above all others. */
  rank(level: string | undefined): number {
    if (level === undefined) return 0
    const rank = this.names.indexOf(level)
    return rank === -1 ? this.names.length : rank
  }

  has(level: string): boolean {
    return this.names.includes(level)
  }

  /** The highest rank that a clearance reaches. */
  reach(clearance: Clearance): number {
    if (clearance === 'all') return this.top
    return this.names.findLastIndex((name) => name === PUBLIC || clearance.has(name))
  }
}

/** The levels that the opening of a negotiation names. */
export function levelsOf({
  type,
  body,
}: {
  readonly type: string
  readonly body: unknown
}): Levels {
  const { levels, defaultLevel } = (type === 'negotiation.opened' ? body : {}) as {
    levels?: string[]
    defaultLevel?: string
  }
  return new Levels(levels, defaultLevel)
}
