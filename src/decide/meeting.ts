import type { meetingFacts as family } from '../../events/meeting.ts'
import type { Body } from '../../events/registry.ts'
import { type Claim, type Claims, introduces, names, within } from './claim.ts'

export const meetingClaims: Claims<keyof typeof family> = {
  'meeting.announced': claimsOf,
  'meeting.renamed': ({ meeting }) => names('meeting', meeting, '/meeting'),
  'meeting.rescheduled': claimsOf,
  'meeting.postponed': claimsOf,
  'meeting.convened': claimsOf,
  'meeting.suspended': claimsOf,
  'meeting.resumed': claimsOf,
  'meeting.concluded': claimsOf,
  'meeting.cancelled': claimsOf,
  'meeting.denied': claimsOf,
}

function claimsOf({
  meeting,
  opens,
  participants = [],
}: Body<Exclude<keyof typeof family, 'meeting.renamed'>>): Claim[] {
  return [
    ...names('meeting', opens?.partOf, '/opens/partOf'),
    ...(opens === undefined
      ? names('meeting', meeting, '/meeting')
      : [introduces('meeting', meeting, '/meeting')]),
    ...participants.flatMap(({ party, person }, index) =>
      within(`/participants/${index}`, [
        ...names('party', party, '/party'),
        ...names('person', person, '/person'),
      ]),
    ),
  ]
}
