import {
  type Alternative,
  type Clause,
  type Content,
  readingOrder,
} from '../../projections/drafts/clause.ts'
import { wordingIdOf } from '../../projections/drafts/wording.ts'
import { readBracketsOf } from './across.ts'

/** The brackets of the bases, read as those of a new text are. */
export class BracketsBefore {
  readonly #bases: readonly Content[]
  readonly #parties: ReadonlyMap<string, string>
  #read: ReadonlyMap<Clause, readonly Alternative[]> | undefined

  constructor(bases: readonly Content[], parties: ReadonlyMap<string, string>) {
    this.#bases = bases
    this.#parties = parties
  }

  /**
   * Tells whether a new text says something else of the words of a clause than is recorded. A bracket
   * over several clauses can open, end or change sides around one whose own text stays as it is. What
   * was recorded of that clause and is in no bracket of its text stays, such as a commitment.
   *
   * @param was the clause as a basis has it
   * @param read the brackets of the new text in it
   * @param own the same under the ids of the wordings that they are
   */
  areOther(
    was: Clause,
    text: string,
    read: readonly Alternative[],
    own: readonly Alternative[],
  ): boolean {
    if (was.text !== text) return own.length > 0 || was.alternatives.length > 0
    const then = this.#readIn(was)
    if (then !== undefined && !isDeepSame(then.map(saidIn), read.map(saidIn))) return true
    return addsTo(was, own)
  }

  /** Undefined where the clause stands in none of the bases. */
  #readIn(clause: Clause): readonly Alternative[] | undefined {
    this.#read ??= new Map(this.#bases.flatMap((basis) => this.#readAll(basis)))
    return this.#read.get(clause)
  }

  #readAll(basis: Content): [Clause, readonly Alternative[]][] {
    const clauses = Array.from(readingOrder(basis), ({ clause }) => clause)
    const readings = readBracketsOf(
      clauses.map(({ text }) => text),
      this.#parties,
    )
    return clauses.map((clause, n) => [clause, readings[n]?.alternatives ?? []])
  }
}

/** Tells whether brackets say all that is recorded of a clause, and more: a side, a wording, an id. */
function addsTo(was: Clause, own: readonly Alternative[]): boolean {
  const covers = (later: Alternative, earlier: Alternative) =>
    later.text === earlier.text &&
    includesAll(later.proposers, earlier.proposers) &&
    includesAll(later.opponents, earlier.opponents) &&
    includesAll(later.reserving ?? [], earlier.reserving ?? [])
  const isCovered = was.alternatives.every((one) => own.some((other) => covers(other, one)))
  const named = (one: Alternative) => [wordingIdOf(was.id, one), saidIn(one)]
  // Words of which no side is known, and of which none is recorded, say nothing more than the text.
  const telling = own.filter(
    (one) => hasSide(one) || was.alternatives.some(({ text }) => text === one.text),
  )
  return isCovered && !isDeepSame(was.alternatives.map(named), telling.map(named))
}

function hasSide({ proposers, opponents, reserving = [] }: Alternative): boolean {
  return proposers.length + opponents.length + reserving.length > 0
}

function saidIn({ text, proposers, opponents, reserving = [] }: Alternative): unknown {
  return [text, proposers, opponents, reserving]
}

function includesAll(all: readonly string[], some: readonly string[]): boolean {
  return some.every((one) => all.includes(one))
}

function isDeepSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
