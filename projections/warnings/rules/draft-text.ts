import type { Contents } from '../../drafts/draft-reply.ts'
import type { Drafts } from '../../drafts/drafts.ts'
import { type BuiltRevision, contentsOf } from '../../drafts/revision-contents.ts'
import type { History } from '../../time/history.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

/**
 * A draft revision whose text is not what its entries make of it: operations that change nothing,
 * and a text made from one that is not known. What a revision was made from may have gone since.
 */
export class DraftTextRule implements WarningRule {
  readonly #history: History
  readonly #drafts: Drafts

  /** @param drafts must have taken each change before this rule */
  constructor(history: History, drafts: Drafts) {
    this.#history = history
    this.#drafts = drafts
  }

  apply(): void {
    // The drafts, which it reads, have taken the change.
  }

  affectedBy(fact: StandingFact): Iterable<StandingFact> {
    return fact.type.startsWith('draft.') ? this.#drafts.lastBuilt() : []
  }

  check(fact: StandingFact): Finding[] {
    if (fact.type === 'draft.operationsAdded') return this.#withoutEffect(fact)
    if (fact.type !== 'draft.revised') return []
    return [...this.#withoutEffect(fact), ...this.#basisUnknown(fact)]
  }

  #withoutEffect(fact: StandingFact<'draft.revised' | 'draft.operationsAdded'>): Finding[] {
    const { revision } = fact.body
    const steps = this.#built(revision)?.ineffective.filter(({ entry }) => entry === fact.entry)
    const [first] = steps ?? []
    if (steps === undefined || first === undefined) return []
    const others = steps.length > 1 ? `, and ${steps.length - 1} more like it` : ''
    const step = `To ${first.op.replace('_', ' ')} clause ${first.clause} in revision ${revision}`
    const message = `${step} changes nothing: ${first.reason}${others}.`
    return [{ code: 'operation_without_effect', message }]
  }

  #basisUnknown(fact: StandingFact<'draft.revised'>): Finding[] {
    const { revision } = fact.body
    const built = this.#built(revision)
    if (built?.opening.entry !== fact.entry) return []
    const [first, ...others] = this.#drafts.basesOf(revision)
    const unknown = built.basisUnknown && first !== undefined ? [first] : []
    const gone = others.filter((id) => this.#contents(id) === 'unknown')
    return [...unknown, ...gone].map((id) => {
      const message = `Revision ${revision} is made from ${id}, ${this.#why(id)}.`
      return { code: 'basis_unknown' as const, message }
    })
  }

  #why(id: string): string {
    const built = this.#built(id)
    if (built === undefined) return 'of which no entry that stands tells'
    return built.basisUnknown ? 'whose own basis is not known' : 'whose text is not known'
  }

  /** How much we have of the text of a revision; `unknown` also if no entry tells of it. */
  #contents(id: string): Contents {
    const built = this.#built(id)
    return built === undefined ? 'unknown' : contentsOf(built)
  }

  #built(id: string): BuiltRevision | undefined {
    return this.#drafts.known(id, this.#history.revision)
  }
}
