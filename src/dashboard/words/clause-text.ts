import type { ClauseStanding } from '../../../projections/stances/clause-standing.ts'
import { plainWords } from './labels.ts'

/** The words for a clause's standing in the text and a party's stances on the wordings in it. */
export function clauseText({ inText, status, wordings }: ClauseStanding): string {
  if (!inText) return 'The clause has left the text.'
  const stands = status === null ? '' : `The clause is ${plainWords(status)}.`
  return [stands, wordingsText(wordings)].filter((part) => part !== '').join(' ')
}

/** On how many of the wordings of a clause a party is for, against and undecided; empty without any. */
export function wordingsText({ of, ...on }: ClauseStanding['wordings']): string {
  const reserved = on.reserves === 0 ? '' : `, reserves ${on.reserves}`
  return of === 0 ? '' : `For ${on.for} of ${of} wordings, against ${on.against}${reserved}.`
}
