import type { Persons } from '../../parties/persons.ts'
import { utterancesOf } from '../../statements/utterances.ts'
import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

/**
 * A person who speaks for a party and is not known to be accredited to it then: no accreditation
 * can have covered the statement. Where dates leave it open, there is no warning.
 */
export class SpeakerRule implements WarningRule {
  readonly #persons: Persons
  readonly #spoken: FactsBy

  constructor(history: History, persons: Persons) {
    this.#persons = persons
    this.#spoken = new FactsBy(history, (fact) => {
      return [...new Set(speechesOf(fact).map(pair))]
    })
  }

  apply(change: Change): void {
    this.#spoken.apply(change)
  }

  affectedBy(fact: StandingFact, known: number): Iterable<StandingFact> {
    if (fact.type !== 'person.accredited' && fact.type !== 'person.recalled') return []
    return this.#spoken.of(pair(fact.body)).all(known)
  }

  check(fact: StandingFact, known: number): Finding[] {
    return speechesOf(fact).flatMap(({ person, party, statement }): Finding[] => {
      if (this.#persons.canSpeakFor(person, party, fact, known)) return []
      return [{ code: 'speaker_not_accredited', params: { person, party, statement } }]
    })
  }
}

function speechesOf(fact: StandingFact) {
  if (fact.type !== 'statement.recorded') return []
  const { statement } = fact.body
  return utterancesOf(fact.body).flatMap(({ speaker, onBehalfOf }) =>
    speaker.kind === 'person' && onBehalfOf !== undefined
      ? [{ person: speaker.id, party: onBehalfOf, statement }]
      : [],
  )
}

function pair({ person, party }: { readonly person: string; readonly party: string }): string {
  return `${person} ${party}`
}
