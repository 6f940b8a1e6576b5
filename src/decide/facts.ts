import type { Fact, FactType } from '../../events/facts.ts'
import { type Claim, type Claims, within } from './claim.ts'
import { draftClaims } from './draft.ts'
import { evidenceClaims } from './evidence.ts'
import { issueClaims } from './issue.ts'
import { meetingClaims } from './meeting.ts'
import { negotiationClaims } from './negotiation.ts'
import { partyClaims } from './party.ts'
import { personClaims } from './person.ts'
import { sourceClaims } from './source.ts'
import { statementClaims } from './statement.ts'

/** The decide rows of every fact about the world. */
export const factClaims: Claims<FactType> = {
  ...negotiationClaims,
  ...partyClaims,
  ...personClaims,
  ...issueClaims,
  ...sourceClaims,
  ...statementClaims,
  ...draftClaims,
  ...meetingClaims,
}

/** Claims of a fact that takes the place of another, in the member `replacement`. */
export function replacementClaims(fact: Pick<Fact, 'type' | 'body'>): Claim[] {
  const own = factClaims[fact.type] as (body: Fact['body']) => readonly Claim[]
  return within('/replacement', [...evidenceClaims(fact.body.evidence ?? []), ...own(fact.body)])
}
