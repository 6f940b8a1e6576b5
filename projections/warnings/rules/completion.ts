import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

type Completing = StandingFact<'draft.revised' | 'draft.revisionCompleted'>
type Following = StandingFact<'draft.operationsAdded' | 'draft.revisionCompleted'>

/** A draft revision that goes on, or is completed, after an earlier entry said that it was complete. */
export class CompletionRule implements WarningRule<Following['type'], Completing['type']> {
  readonly warnsOf = ['draft.operationsAdded', 'draft.revisionCompleted'] as const
  readonly dependsOn = ['draft.revised', 'draft.revisionCompleted'] as const
  readonly folds = [...this.warnsOf, ...this.dependsOn]
  readonly #completing: FactsBy<Completing>
  readonly #following: FactsBy<Following>

  constructor(history: History) {
    this.#completing = new FactsBy(history, completedIn)
    this.#following = new FactsBy(history, (fact) =>
      isFollowing(fact) ? [fact.body.revision] : [],
    )
  }

  apply(change: Change): void {
    this.#completing.apply(change)
    this.#following.apply(change)
  }

  *affectedBy(fact: Completing, known: number): Iterable<StandingFact> {
    for (const revision of completedIn(fact)) {
      yield* this.#following.all(revision, known)
    }
  }

  check(fact: Following, known: number): Finding[] {
    const { revision } = fact.body
    const [first] = [...this.#completing.all(revision, known)].sort((a, b) => a.entry - b.entry)
    if (first === undefined || first.entry >= fact.entry) return []
    const step = fact.type === 'draft.operationsAdded' ? 'continued' : 'completed'
    return [{ code: 'revision_complete_already', params: { revision, step }, against: first }]
  }
}

function isFollowing(fact: StandingFact): fact is Following {
  return fact.type === 'draft.operationsAdded' || fact.type === 'draft.revisionCompleted'
}

function completedIn(fact: StandingFact): string[] {
  if (fact.type === 'draft.revisionCompleted') return [fact.body.revision]
  return fact.type === 'draft.revised' && fact.body.complete ? [fact.body.revision] : []
}
