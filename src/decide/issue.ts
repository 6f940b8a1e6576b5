import type { issueFacts as family } from '../../events/issue.ts'
import { type Claim, type Claims, introduces, names } from './claim.ts'

export const issueClaims: Claims<keyof typeof family> = {
  'issue.raised': (body) => [introduces('issue', body.issue, '/issue')],
  'issue.reframed': known,
  'issue.settled': known,
  'issue.reopened': known,
}

function known(body: { readonly issue: string }): Claim[] {
  return names('issue', body.issue, '/issue')
}
