import type { Fact, FactType } from '../../events/facts.ts'
import { type Claim, type Claims, within } from './claim.ts'
import { draft } from './draft.ts'
import { evidenceClaims } from './evidence.ts'
import { issue } from './issue.ts'
import { meeting } from './meeting.ts'
import { negotiation } from './negotiation.ts'
import { party } from './party.ts'
import { person } from './person.ts'
import { source } from './source.ts'
import { statement } from './statement.ts'

/** The decide rows of every fact about the world. */
export const facts: Claims<FactType> = {
  ...negotiation,
  ...party,
  ...person,
  ...issue,
  ...source,
  ...statement,
  ...draft,
  ...meeting,
}

/** Claims of a fact that takes the place of another, in the member `replacement`. */
export function replacementClaims(fact: Pick<Fact, 'type' | 'body'>): Claim[] {
  const own = facts[fact.type] as (body: Fact['body']) => readonly Claim[]
  return within('/replacement', [...evidenceClaims(fact.body), ...own(fact.body)])
}
