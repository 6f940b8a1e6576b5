import type { FactIndex } from '../../fact-index.ts'
import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import { isBefore } from '../../time/provably.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import { deedOf, type Referent, referentKey } from '../referent.ts'
import type { Finding, WarningRule } from '../warning.ts'
import {
  BEGINNING_TYPES,
  beginning,
  beginningFor,
  FOLLOWING_TYPES,
  isUndone,
  precededBy,
  windowEdgesOf,
} from './beginnings.ts'
import type { FirstDates } from './first-dates.ts'

type Following = StandingFact<(typeof FOLLOWING_TYPES)[number]>
type Beginning = StandingFact<(typeof BEGINNING_TYPES)[number]>

/** Things under whose ids the index of all facts has whatever names them. */
const INDEXED: ReadonlySet<Referent['kind']> = new Set(['statement', 'source', 'clause'])

/**
 * A fact whose date provably lies before that of something it comes after: a retraction, an end, an
 * amendment or a signature before what it concerns; a leaving, a recall, a settlement or a withdrawal
 * before what it ends, or without any entry on that; a revision before its draft or one that it is
 * made from; a position on a clause before any revision has the clause. The entry that names the other
 * is warned of, whichever of the two dates was recorded or corrected last.
 */
export class DateOrderRule implements WarningRule<Following['type'], Beginning['type']> {
  readonly warnsOf = FOLLOWING_TYPES
  readonly dependsOn = BEGINNING_TYPES
  /** Statements name nothing but what the index of all facts has. */
  readonly folds = FOLLOWING_TYPES.filter((type) => type !== 'statement.recorded')
  readonly #dates: FirstDates
  readonly #facts: FactIndex
  /** By what a fact names under no key of the index of all facts. */
  readonly #naming: FactsBy

  /** @param dates must have taken each change before this rule */
  constructor(history: History, dates: FirstDates, facts: FactIndex) {
    this.#dates = dates
    this.#facts = facts
    this.#naming = new FactsBy(history, (fact) =>
      fact.type === 'statement.recorded' ? [] : otherwiseNamedIn(fact),
    )
  }

  apply(change: Change): void {
    this.#naming.apply(change)
  }

  *affectedBy(fact: Beginning, known: number): Iterable<StandingFact> {
    for (const edge of windowEdgesOf(fact)) {
      const first = this.#dates.first(edge, known)
      // A source has another date than that of its first recording.
      const isLater = first !== undefined && first.from < beginning(fact).from
      if (!isLater || edge.kind === 'source') yield* this.#following(edge, known)
    }
  }

  /** The facts that come after something. */
  *#following(thing: Referent, known: number): Iterable<StandingFact> {
    const key = referentKey(thing)
    if (!INDEXED.has(thing.kind)) {
      yield* this.#naming.all(key, known)
      return
    }
    for (const fact of this.#facts.all(key, known)) {
      if (precededBy(fact).some((one) => referentKey(one) === key)) yield fact
    }
  }

  check(fact: Following, known: number): Finding[] {
    return [...this.#findings(fact, known)]
  }

  *#findings(fact: Following, known: number): Generator<Finding> {
    for (const of of precededBy(fact)) {
      const first = this.#dates.first(of, known)?.fact
      if (first === undefined && isUndone(of)) {
        yield { code: 'nothing_to_undo', params: { deed: deedOf(fact), of } }
      }
      if (first === undefined || !isBefore(fact, beginningFor(fact, first))) continue
      const isBasis = isRevision(fact) && of.kind === 'revision'
      const rule = isBasis ? 'before_basis' : 'before_subject'
      yield {
        code: 'dates_contradict',
        params: { rule, deed: deedOf(fact), of },
        against: first,
      }
    }
  }
}

/** The keys of what a fact names under no key of the index of all facts, each once. */
function otherwiseNamedIn(fact: StandingFact): string[] {
  const others = precededBy(fact).filter(({ kind }) => !INDEXED.has(kind))
  return [...new Set(others.map(referentKey))]
}

function isRevision({ type }: StandingFact): boolean {
  return type === 'draft.revised' || type === 'draft.revisionReported'
}
