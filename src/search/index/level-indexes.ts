import type { Ask } from '../ask.ts'
import type { Found, Hit } from './find.ts'
import { type LedgerPart, type LeveledLedger, SearchIndex } from './search-index.ts'

/** A ledger as those have it who are cleared up to a rank above `public`. */
export interface Sight extends LeveledLedger {
  readonly rank: number
}

/** A page, and the ledgers of which it may lack what is above `public`. */
export interface FoundAbove extends Found {
  readonly lacking: readonly string[]
}

/** A key of the file is below this; those of the ledger with the number n in memory begin at n times it. */
const KEYS = 2 ** 32

/**
 * Indexes of ledgers up to a level above `public`, in memory alone: nothing above `public` is ever in a
 * file in plain text.
 */
export class LevelIndexes {
  readonly #indexes = new Map<string, SearchIndex>()

  write({ ledger, rank, part }: { ledger: string; rank: number; part: LedgerPart }): void {
    const name = nameOf({ ledger, rank })
    const index = this.#indexes.get(name) ?? SearchIndex.open(':memory:')
    this.#indexes.set(name, index)
    index.rewrite(part)
  }

  drop(sight: Pick<Sight, 'ledger' | 'rank'>): void {
    this.#indexes.get(nameOf(sight))?.close()
    this.#indexes.delete(nameOf(sight))
  }

  close(): void {
    for (const index of this.#indexes.values()) index.close()
    this.#indexes.clear()
  }

  /**
   * One page of what the file has, and of what these ledgers have up to their levels in place of it.
   *
   * @returns beside it the ledgers of which there is no such index, since it was let go or the thread
   *   was started again: of those it has what the file has.
   */
  find(file: SearchIndex, ask: Ask, sights: readonly Sight[]): FoundAbove {
    const known = sights.filter((sight) => this.#indexes.has(nameOf(sight)))
    const lacking = sights.filter((sight) => !known.includes(sight)).map(({ ledger }) => ledger)
    if (known.length === 0) return { ...file.find(ask), lacking }
    const open = file.find({ ...ask, except: known.map(({ ledger }) => ledger) })
    const { transactionTime, indexedTo } = open
    if (transactionTime === null) return { ...open, lacking }
    const above = known.map((sight) => this.#found(sight, { ...ask, transactionTime }))
    const hits = [open, ...above].flatMap((one) => one.hits).sort(byPlace)
    const page = hits.slice(0, ask.limit)
    const last = page.at(-1)
    const isMore = hits.length > page.length || [open, ...above].some(({ next }) => next !== null)
    const next =
      isMore && last !== undefined ? { transactionTime, score: last.score, key: last.key } : null
    return { transactionTime, indexedTo, hits: page, next, lacking }
  }

  /** The keys of an index in memory are apart from those of all others, so that one order goes over all. */
  #found(sight: Sight, ask: Ask): Found {
    const { ledger, key } = sight
    const first = key * KEYS
    const after = ask.after && { ...ask.after, key: ask.after.key - first }
    const index = this.#indexes.get(nameOf(sight)) as SearchIndex
    const found = index.find({ ...ask, ledger, ...(after && { after }) })
    return { ...found, hits: found.hits.map((hit) => ({ ...hit, key: hit.key + first })) }
  }
}

function nameOf({ ledger, rank }: Pick<Sight, 'ledger' | 'rank'>): string {
  return `${ledger} ${rank}`
}

function byPlace(one: Hit, other: Hit): number {
  return one.score - other.score || one.key - other.key
}
