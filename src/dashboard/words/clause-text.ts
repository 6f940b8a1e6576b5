import type { ClauseStanding } from '../../../projections/stances/clause-standing.ts'
import { plainWords } from './labels.ts'
import { messages } from './messages.ts'

/** The words for a clause's standing in the text and a party's stances on the wordings in it. */
export function clauseText({ inText, status, wordings }: ClauseStanding): string {
  if (!inText) return messages.terms.leftText
  const stands = status === null ? '' : messages.terms.clauseIs(plainWords(status))
  return [stands, wordingsText(wordings)].filter((part) => part !== '').join(' ')
}

/** On how many of the wordings of a clause a party is for, against and undecided; empty without any. */
export function wordingsText(wordings: ClauseStanding['wordings']): string {
  return wordings.of === 0 ? '' : messages.terms.ofWordings(wordings)
}
