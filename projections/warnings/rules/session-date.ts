import { type SessionEdge, sessionWindow } from '../../meetings/session-window.ts'
import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

type Said = StandingFact<'statement.recorded'>
type Edge = StandingFact<'meeting.convened' | 'meeting.concluded'>

/**
 * A session whose dates are others than when statements took theirs from it: the entry by which it
 * begins is warned of, with the number of statements whose date is not that of the session any more.
 */
export class SessionDateRule implements WarningRule<Edge['type'], Edge['type'] | Said['type']> {
  readonly warnsOf = ['meeting.convened', 'meeting.concluded'] as const
  readonly dependsOn = [...this.warnsOf, 'statement.recorded'] as const
  readonly folds = this.dependsOn
  readonly #edges: FactsBy<Edge>
  /** By meeting: the statements that are dated by it. */
  readonly #dated: FactsBy<Said>

  constructor(history: History) {
    this.#edges = new FactsBy(history, (fact) => (isEdge(fact) ? [fact.body.meeting] : []))
    this.#dated = new FactsBy(history, sessionsOf)
  }

  apply(change: Change): void {
    this.#edges.apply(change)
    this.#dated.apply(change)
  }

  *affectedBy(fact: Edge | Said, known: number): Iterable<StandingFact> {
    const meetings = isEdge(fact) ? [fact.body.meeting] : sessionsOf(fact)
    for (const meeting of meetings) {
      const edges = this.#edgesOf(meeting, known)
      // Who takes a date from a session as it is known changes nothing.
      if (isEdge(fact) || !isOf(fact, edges)) yield* edges
    }
  }

  check(fact: Edge, known: number): Finding[] {
    const { meeting } = fact.body
    const edges = this.#edgesOf(meeting, known)
    if (edges[0]?.entry !== fact.entry) return []
    let count = 0
    for (const said of this.#dated.all(meeting, known)) {
      if (!isOf(said, edges)) count += 1
    }
    if (count === 0) return []
    return [{ code: 'session_dates_changed', params: { meeting, statements: count } }]
  }

  #edgesOf(meeting: string, known: number): Edge[] {
    return [...this.#edges.all(meeting, known)]
  }
}

/** True if a statement lies in the window of the session as these facts give it. */
function isOf({ occurred }: StandingFact, edges: readonly Edge[]): boolean {
  const window = sessionWindow(
    edges.map(
      ({ type, occurred }): SessionEdge => ({
        edge: type === 'meeting.convened' ? 'convened' : 'concluded',
        occurred,
      }),
    ),
  )
  return window?.from === occurred.from && window?.until === occurred.until
}

function isEdge(fact: StandingFact): fact is Edge {
  return fact.type === 'meeting.convened' || fact.type === 'meeting.concluded'
}

function sessionsOf(fact: StandingFact): string[] {
  if (fact.type !== 'statement.recorded') return []
  const { datedBy, saidAt } = fact.body
  return datedBy === undefined || saidAt === undefined ? [] : [saidAt]
}
