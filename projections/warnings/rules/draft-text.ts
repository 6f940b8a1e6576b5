import type { Contents } from '../../drafts/draft-reply.ts'
import type { Drafts } from '../../drafts/drafts.ts'
import { contentsOf } from '../../drafts/revision-contents.ts'
import { type UntakenStep, untakenIn } from '../../drafts/text-parts.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

/**
 * A draft revision whose text is not what its entries make of it: operations that change nothing,
 * words that have no place, a text made from itself, and one made from a text that is not known. What a revision was made
 * from may have gone since.
 */
export class DraftTextRule implements WarningRule {
  readonly #drafts: Drafts

  /** @param drafts must have taken each change before this rule */
  constructor(drafts: Drafts) {
    this.#drafts = drafts
  }

  apply(): void {
    // The drafts, which it reads, have taken the change.
  }

  affectedBy(fact: StandingFact, known: number): Iterable<StandingFact> {
    return fact.type.startsWith('draft.') ? this.#drafts.rebuiltAt(known) : []
  }

  check(fact: StandingFact, known: number): Finding[] {
    if (fact.type === 'draft.operationsAdded') return this.#untaken(fact, known)
    if (fact.type !== 'draft.revised') return []
    return [
      ...this.#untaken(fact, known),
      ...this.#basisUnknown(fact, known),
      ...this.#circular(fact, known),
    ]
  }

  #untaken(
    fact: StandingFact<'draft.revised' | 'draft.operationsAdded'>,
    known: number,
  ): Finding[] {
    const { revision } = fact.body
    const { ineffective, displaced } = untakenIn(this.#drafts.known(revision, known), fact.entry)
    return [
      ...finding('operation_without_effect', ineffective, (step) => {
        return `${told(step, revision)} changes nothing: ${step.reason}`
      }),
      ...finding('operation_displaced', displaced, (step) => {
        return `${told(step, revision)} cannot be done, and its words are shown all the same: ${step.reason}`
      }),
    ]
  }

  #basisUnknown(fact: StandingFact<'draft.revised'>, known: number): Finding[] {
    const { revision } = fact.body
    const built = this.#drafts.known(revision, known)
    if (built?.opening.entry !== fact.entry) return []
    const [first, ...others] = this.#drafts.basesOf(revision, known)
    const unknown = built.basisUnknown && first !== undefined ? [first] : []
    const gone = others.filter((id) => this.#contents(id, known) === 'unknown')
    return [...unknown, ...gone].map((id) => {
      const message = `Revision ${revision} is made from ${id}, ${this.#why(id, known)}.`
      return { code: 'basis_unknown' as const, message }
    })
  }

  #circular({ body, entry }: StandingFact<'draft.revised'>, known: number): Finding[] {
    const { revision, basis, attests } = body
    const built = this.#drafts.known(revision, known)
    if (built?.opening.entry !== entry) return []
    if (attests !== undefined && basis.includes(attests)) {
      const message = `Revision ${revision} is said to be made from ${attests}, and to be its text.`
      return [{ code: 'basis_circular', message }]
    }
    const others = built.circle.filter((id) => id !== revision)
    if (built.circle.length === 0) return []
    const message = `Revision ${revision} is, by basis and attests, made from itself${others.length === 0 ? '' : `, through ${listed(others)}`}.`
    return [{ code: 'basis_circular', message }]
  }

  #why(id: string, known: number): string {
    const built = this.#drafts.known(id, known)
    if (built === undefined) return 'of which no entry that stands tells'
    return built.basisUnknown ? 'whose own basis is not known' : 'whose text is not known'
  }

  /** The part of the text of a revision that is known; `unknown` also if no entry tells of it. */
  #contents(id: string, known: number): Contents {
    const built = this.#drafts.known(id, known)
    return built === undefined ? 'unknown' : contentsOf(built)
  }
}

/** The finding on the first of these steps, with the number of the others. */
function finding(
  code: Finding['code'],
  [first, ...others]: readonly UntakenStep[],
  sentence: (step: UntakenStep) => string,
): Finding[] {
  if (first === undefined) return []
  const more = others.length > 0 ? `, and ${others.length} more like it` : ''
  return [{ code, message: `${sentence(first)}${more}.` }]
}

function told({ op, clause }: UntakenStep, revision: string): string {
  return `To ${op.replace('_', ' ')} clause ${clause} in revision ${revision}`
}

/** Ids as words: of many the first, and how many more. */
function listed(ids: readonly string[]): string {
  const more = ids.length - MOST_LISTED
  return `${ids.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const MOST_LISTED = 10
