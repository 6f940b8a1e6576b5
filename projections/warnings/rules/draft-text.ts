import { contentsOf } from '../../drafts/built-revision.ts'
import type { Contents } from '../../drafts/draft-reply.ts'
import type { Drafts } from '../../drafts/drafts.ts'
import type { StepReason } from '../../drafts/step-reason.ts'
import { type UntakenStep, untakenIn } from '../../drafts/text-parts.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'
import type { WarningParams } from '../warning-params.ts'

type Reworded = StandingFact<'draft.revised' | 'draft.operationsAdded'>

/**
 * A draft revision whose text is not what its entries make of it: operations that change nothing,
 * words that have no place, a text made from itself, and one made from a text that is not known. What a revision was made
 * from may have gone since.
 */
export class DraftTextRule implements WarningRule<Reworded['type']> {
  readonly warnsOf = ['draft.revised', 'draft.operationsAdded'] as const
  readonly dependsOn = ['draft'] as const
  readonly #drafts: Drafts

  /** @param drafts must have taken each change before this rule */
  constructor(drafts: Drafts) {
    this.#drafts = drafts
  }

  affectedBy(_: StandingFact, known: number): Iterable<StandingFact> {
    return this.#drafts.rebuiltAt(known)
  }

  check(fact: Reworded, known: number): Finding[] {
    if (fact.type === 'draft.operationsAdded') return this.#untaken(fact, known)
    return [
      ...this.#untaken(fact, known),
      ...this.#basisUnknown(fact, known),
      ...this.#circular(fact, known),
    ]
  }

  #untaken(fact: Reworded, known: number): Finding[] {
    const { revision } = fact.body
    const { ineffective, displaced } = untakenIn(this.#drafts.known(revision, known), fact.entry)
    return [
      ...finding('operation_without_effect', revision, ineffective),
      ...finding('operation_displaced', revision, displaced),
    ]
  }

  #basisUnknown(fact: StandingFact<'draft.revised'>, known: number): Finding[] {
    const { revision } = fact.body
    const built = this.#drafts.known(revision, known)
    if (built?.opening.entry !== fact.entry) return []
    const [first, ...others] = this.#drafts.basesOf(revision, known)
    const unknown = built.basisUnknown && first !== undefined ? [first] : []
    const gone = others.filter((id) => this.#contents(id, known) === 'unknown')
    return [...unknown, ...gone].map((id): Finding => {
      const params = { revision, basis: id, why: this.#why(id, known) }
      return { code: 'basis_unknown', params }
    })
  }

  #circular({ body, entry }: StandingFact<'draft.revised'>, known: number): Finding[] {
    const { revision, basis, attests } = body
    const built = this.#drafts.known(revision, known)
    if (built?.opening.entry !== entry) return []
    if (attests !== undefined && basis.includes(attests)) {
      const params = { revision, attested: attests, through: [], more: 0 }
      return [{ code: 'basis_circular', params }]
    }
    const others = built.circle.filter((id) => id !== revision)
    if (built.circle.length === 0) return []
    const through = others.slice(0, MOST_LISTED)
    const params = { revision, through, more: others.length - through.length }
    return [{ code: 'basis_circular', params }]
  }

  #why(id: string, known: number): WarningParams['basis_unknown']['why'] {
    const built = this.#drafts.known(id, known)
    if (built === undefined) return 'not_told'
    return built.basisUnknown ? 'basis_unknown' : 'text_unknown'
  }

  /** The part of the text of a revision that is known; `unknown` also if no entry tells of it. */
  #contents(id: string, known: number): Contents {
    const built = this.#drafts.known(id, known)
    return built === undefined ? 'unknown' : contentsOf(built)
  }
}

/** The finding on the first of these steps, with the number of the others. */
function finding(
  code: 'operation_without_effect' | 'operation_displaced',
  revision: string,
  [first, ...others]: readonly UntakenStep[],
): Finding[] {
  if (first === undefined) return []
  const { op, clause, code: reason, params } = first
  const why = { code: reason, params } as StepReason
  return [{ code, params: { op, clause, revision, why, more: others.length } }]
}

/** The most revisions of a circle that a warning names. */
const MOST_LISTED = 10
