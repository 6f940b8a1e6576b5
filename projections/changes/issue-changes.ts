import { type Differing, differing } from '../differences/differing.ts'
import type { IssueReply } from '../issues.ts'

export type IssueThen = Pick<IssueReply, 'state' | 'title' | 'proposition'>

/** The outcome of an issue; `noLongerRaised` where the ledger took it back. */
export type IssueMove = 'raised' | 'settled' | 'reopened' | 'reframed' | 'noLongerRaised'

export interface IssueChange extends Differing<IssueThen> {
  readonly issue: string
  readonly changes: readonly IssueMove[]
}

export function issueChanges(
  before: readonly IssueReply[],
  after: readonly IssueReply[],
): IssueChange[] {
  const isRaised = ({ state }: IssueReply) => state !== 'not_yet_raised'
  return differing(
    before.filter(isRaised),
    after.filter(isRaised),
    ({ issue }) => issue,
    ({ state, title, proposition }): IssueThen => ({ state, title, proposition }),
  ).map(({ key, aspects }) => ({ issue: key, changes: movesBetween(aspects), ...aspects }))
}

function movesBetween({ before, after }: Differing<IssueThen>): IssueMove[] {
  if (after === null) return ['noLongerRaised']
  const moves: IssueMove[] = []
  if (before === null) moves.push('raised')
  if (after.state === 'settled' && before?.state !== 'settled') moves.push('settled')
  if (after.state === 'open' && before?.state === 'settled') moves.push('reopened')
  const wording = (issue: IssueThen) => JSON.stringify([issue.title, issue.proposition])
  if (before !== null && wording(before) !== wording(after)) moves.push('reframed')
  return moves
}
