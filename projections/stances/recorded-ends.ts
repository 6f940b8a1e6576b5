import type { Subject } from '../../events/position.ts'
import { type TakenBack, takenBackFor } from '../statements/retractions.ts'
import type { History } from '../time/history.ts'
import { Keyed } from '../time/keyed.ts'
import type { Change } from '../time/standing-fact.ts'
import { ENDING_TYPES, type Ending, type EndingFact, earliestStart, isEnding } from './ending.ts'
import { type FirstEnd, FirstEnds } from './first-ends.ts'
import type { CarrierFact, TakenPosition } from './position.ts'
import { subjectKey } from './subject-key.ts'

/** The facts that end positions of statements: retractions, by those who retract, and ends of one. */
export class RecordedEnds {
  readonly folds = ENDING_TYPES
  readonly #ends: FirstEnds<EndingFact>
  /** The statements that ever had such a fact: most never do. */
  readonly #statements: Keyed<true>

  constructor(history: History) {
    this.#ends = new FirstEnds(history)
    this.#statements = new Keyed(history, () => true)
  }

  apply({ removed, added }: Change): void {
    if (isEnding(removed)) for (const key of keysOf(removed)) this.#ends.remove(key, removed)
    if (!isEnding(added)) return
    this.#statements.own(added.body.statement)
    for (const key of keysOf(added)) this.#ends.put(key, added)
  }

  /** Ends that come to the same as all that end a position together, as known after `revision`. */
  of(fact: CarrierFact, position: TakenPosition, revision: number): Ending[] {
    if (fact.type !== 'statement.recorded') return []
    const { statement } = fact.body
    if (this.#statements.get(statement) === undefined) return []
    const start = earliestStart(fact, position)
    const ended = this.#ends.first([endedKey(statement, position)], start, revision)
    const takenBackBy = (party: string | undefined): TakenBack | undefined => {
      const keys = [retractedKey(statement), ...(party ? [retractedKey(statement, party)] : [])]
      return this.#ends.first(keys, start, revision) as TakenBack | undefined
    }
    const takenBack = takenBackFor(fact.body, position.party, takenBackBy)
    return [
      ...(ended ? [ending('ended', ended)] : []),
      ...takenBack.map((one) => ending('retracted', one)),
    ]
  }
}

function ending(why: Ending['why'], { fact, from, until }: FirstEnd<EndingFact>): Ending {
  return { why, at: fact.occurred, fact, from, until }
}

function keysOf({ type, body }: EndingFact): string[] {
  if (type === 'position.ended') return [endedKey(body.statement, body)]
  const { statement, by } = body
  return by === undefined
    ? [retractedKey(statement)]
    : [...new Set(by)].map((party) => retractedKey(statement, party))
}

/** Of what is retracted by one party or, without one, by all. */
function retractedKey(statement: string, party = ''): string {
  return `${statement} retracted ${party}`
}

function endedKey(statement: string, { party, subject }: { party: string; subject: Subject }) {
  return `${statement} ended ${party} ${subjectKey(subject)}`
}
