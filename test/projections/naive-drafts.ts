import type { ClauseOperation } from '../../events/clause-operation.ts'
import type { StandingFact } from '../../projections/time/standing-fact.ts'
import { NaiveDraft } from './naive-draft.ts'

type Opening = StandingFact<'draft.revised' | 'draft.revisionReported'>
type Adding = StandingFact<'draft.revised' | 'draft.operationsAdded'>
type Step = { op: ClauseOperation; entry: number; isKnown: boolean }

/** The draft revisions that the facts make, each replayed from the first word on when asked for. */
export class NaiveDrafts {
  readonly #facts: readonly StandingFact[]

  constructor(facts: readonly StandingFact[]) {
    this.#facts = facts.toSorted((a, b) => a.entry - b.entry)
  }

  /** The first fact that brings the revision in. */
  opening(id: string): Opening | undefined {
    return this.#facts.find(
      (f): f is Opening =>
        (f.type === 'draft.revised' || f.type === 'draft.revisionReported') &&
        f.body.revision === id,
    )
  }

  /** Whether we have the text of a revision. */
  isKnown(id: string): boolean {
    const opening = this.opening(id)
    return opening?.type === 'draft.revised' || (opening && this.#attestation(id)) !== undefined
  }

  isBasisUnknown(id: string): boolean {
    const basis = this.#basis(id)
    if (basis === undefined) return false
    return !this.#isUsable(id, basis) || this.isBasisUnknown(basis)
  }

  /** Whether some operation of the fact came to that: it changed nothing, or only its words are shown. */
  hasUntaken(fact: Adding, outcome: 'ineffective' | 'displaced'): boolean {
    const { revision } = fact.body
    const opening = this.opening(revision)
    if (opening === undefined) return false
    if (fact.type === 'draft.revised' && opening.entry !== fact.entry) return false
    const draft = new NaiveDraft()
    const steps = this.#steps(revision).map((step) => ({
      entry: step.entry,
      outcome: draft.apply(step.op, step.isKnown),
    }))
    return steps.some((step) => step.entry === fact.entry && step.outcome === outcome)
  }

  /** The text of a revision: depth, id and words of each clause, and whether it has no place. */
  read(id: string): [number, string, string, boolean][] {
    const draft = new NaiveDraft()
    for (const { op, isKnown } of this.#steps(id)) draft.apply(op, isKnown)
    return draft.read()
  }

  #steps(id: string): Step[] {
    const basis = this.#basis(id)
    const before = basis !== undefined && this.#isUsable(id, basis) ? this.#steps(basis) : []
    const opening = this.opening(id)
    if (opening === undefined) return before
    const isKnown = opening.type === 'draft.revised'
    const added = this.#facts.filter(
      (f): f is Adding => f.type === 'draft.operationsAdded' && f.body.revision === id,
    )
    const own = [...(isKnown ? [opening] : []), ...added].flatMap(({ body, entry }) =>
      body.operations.map((op) => ({ op, entry, isKnown })),
    )
    return [...before, ...own]
  }

  /** Whether the text of the basis is known, and not made from that of the revision. */
  #isUsable(id: string, basis: string): boolean {
    const opening = this.opening(basis)
    if (opening === undefined || this.#isMadeFrom(basis, id)) return false
    return opening.type === 'draft.revised' || this.#attestation(basis) !== undefined
  }

  #isMadeFrom(id: string, other: string): boolean {
    const seen = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = this.#basis(at)) {
      seen.add(at)
    }
    return seen.has(other)
  }

  /** The revision whose text the operations change; of a reported one, that which attests it. */
  #basis(id: string): string | undefined {
    return this.bases(id)[0]
  }

  /**
   * What a revision is made from; of a reported one, the revision that attests it. A report whose
   * text is made from the revision gives way to what the report was made from.
   */
  bases(id: string): string[] {
    if (this.opening(id)?.type !== 'draft.revised') return this.#recordedBases(id)
    const seen = new Set<string>()
    const through = (basis: string): string[] => {
      const report = this.opening(basis)
      const isReport = report?.type === 'draft.revisionReported' && this.#leadsTo(basis, id)
      if (!isReport) return [basis]
      if (seen.has(basis)) return []
      seen.add(basis)
      return report.body.basis.filter((each) => each !== id).flatMap(through)
    }
    return this.isCircular(id)
      ? [...new Set(this.#recordedBases(id).flatMap(through))]
      : this.#recordedBases(id)
  }

  /** Whether a revision is, by what is recorded of all, made from itself. */
  isCircular(id: string): boolean {
    return this.#recordedBases(id).some((basis) => this.#leadsTo(basis, id))
  }

  #leadsTo(id: string, other: string): boolean {
    const found = new Set([id])
    for (const each of found) for (const basis of this.#recordedBases(each)) found.add(basis)
    return found.has(other)
  }

  #recordedBases(id: string): string[] {
    const opening = this.opening(id)
    if (opening?.type !== 'draft.revised') {
      return [opening && this.#attestation(id)].filter((each) => each !== undefined)
    }
    const { basis, attests } = opening.body
    return basis.flatMap((each) => {
      const attested = this.opening(each)
      if (each !== attests || attested?.type === 'draft.revised') return each
      return (attested?.body.basis ?? []).filter((other) => other !== id && other !== each)
    })
  }

  #attestation(id: string): string | undefined {
    const attesting = (f: StandingFact): f is StandingFact<'draft.revised'> =>
      f.type === 'draft.revised' && f.body.attests === id
    return this.#facts.findLast(attesting)?.body.revision
  }
}
