import type { FactIndex } from '../../fact-index.ts'
import type { Persons } from '../../parties/persons.ts'
import { utterancesOf } from '../../statements/utterances.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

type Said = StandingFact<'statement.recorded'>
type Accreditation = StandingFact<'person.accredited' | 'person.recalled'>

/**
 * A person who speaks for a party and is not known to be accredited to it then: no accreditation
 * can have covered the statement. Where dates leave it open, there is no warning.
 */
export class SpeakerRule implements WarningRule<Said['type'], Accreditation['type']> {
  readonly warnsOf = ['statement.recorded'] as const
  readonly dependsOn = ['person.accredited', 'person.recalled'] as const
  readonly #persons: Persons
  readonly #facts: FactIndex

  constructor(facts: FactIndex, persons: Persons) {
    this.#facts = facts
    this.#persons = persons
  }

  *affectedBy(fact: Accreditation, known: number): Iterable<StandingFact> {
    const { person, party } = fact.body
    for (const other of this.#facts.all(`person ${person}`, known)) {
      const speeches = speechesOf(other)
      if (speeches.some((one) => one.person === person && one.party === party)) yield other
    }
  }

  check(fact: Said, known: number): Finding[] {
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
