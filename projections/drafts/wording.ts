import { appended, fitted, NONE } from '../time/appended.ts'
import type { Alternative, Clause, Content } from './clause.ts'
import { hasEnded, standingClause } from './clause.ts'

/** A run of words in brackets as a text has it, in one clause or over several. */
export interface Wording {
  readonly id: string
  /** The clauses in which it stands, in the order of their ids, and its words in each. */
  readonly places: readonly { readonly clause: string; readonly text: string }[]
  readonly proposers: readonly string[]
  readonly opponents: readonly string[]
  /** The parties that reserve their position on the words. */
  readonly reserving: readonly string[]
  readonly commitment: Alternative['commitment']
  /** True where every clause in which it stands is agreed: its words are settled. */
  readonly isAgreed: boolean
}

/**
 * The id of an alternative of a clause: the one it is given or, where none is, one that follows from
 * the clause and its exact words, so that it is the same in every revision.
 */
export function wordingIdOf(clause: string, alternative: Alternative): string {
  const { wording, text } = alternative
  if (wording !== undefined) return wording
  const kept = KEPT_IDS.get(alternative)
  if (kept?.clause === clause && kept.text === text) return kept.id
  const id = `w-${hash(`${clause}\n${text}`)}`
  KEPT_IDS.set(alternative, { clause, text, id })
  return id
}

/** The ids that follow from words, which are asked for again with every text that has them. */
const KEPT_IDS = new WeakMap<
  Alternative,
  { readonly clause: string; readonly text: string; readonly id: string }
>()

/**
 * A wording as a text has it; undefined where it stands in none of its clauses.
 *
 * @param clauses of the text, in the order of their ids: all in which the wording may stand
 */
export function wordingIn(clauses: Iterable<Clause>, id: string): Wording | undefined {
  let found: Wording | undefined
  for (const clause of clauses) {
    if (hasEnded(clause)) continue
    for (const alternative of clause.alternatives) {
      if (wordingIdOf(clause.id, alternative) === id) found = joined(found, id, clause, alternative)
    }
  }
  return found
}

/** Some clauses, by the wordings that stand in them in any of the texts. */
export function clausesByWording(
  texts: readonly Content[],
  clauses: readonly string[],
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const id of clauses) {
    for (const content of texts) {
      for (const alternative of standingClause(content, id)?.alternatives ?? []) {
        const wording = wordingIdOf(id, alternative)
        const places = found.get(wording) ?? new Set()
        found.set(wording, places.add(id))
      }
    }
  }
  return found
}

function joined(
  before: Wording | undefined,
  id: string,
  { id: clause, status }: Clause,
  { text, proposers, opponents, reserving = [], commitment }: Alternative,
): Wording {
  const proposing = [...new Set([...(before?.proposers ?? []), ...proposers])]
  const opposing = new Set([...(before?.opponents ?? []), ...opponents])
  const undecided = new Set([...(before?.reserving ?? []), ...reserving])
  return {
    id,
    places: appended(before?.places ?? NONE, { clause, text }),
    proposers: proposing,
    // Who puts words forward does not oppose them, and who does either does not reserve.
    opponents: fitted([...opposing].filter((party) => !proposing.includes(party))),
    reserving: fitted(
      [...undecided].filter((party) => !proposing.includes(party) && !opposing.has(party)),
    ),
    commitment: before?.commitment ?? commitment,
    isAgreed: (before?.isAgreed ?? true) && isSettled(status),
  }
}

/** True where a clause is agreed, even if subject to a capital. */
export function isSettled(status: Clause['status']): boolean {
  return status === 'agreed' || status === 'agreed_ad_ref'
}

/** 53 bits in base 36: two rounds of multiplication and mixing, as in cyrb53. */
function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}
