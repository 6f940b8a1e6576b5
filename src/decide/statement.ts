import type { Speaker } from '../../events/speaker.ts'
import type { statementFacts as family } from '../../events/statement.ts'
import {
  type Claim,
  type Claims,
  introduces,
  names,
  namesEach,
  namesSubject,
  within,
} from './claim.ts'

export const statementClaims: Claims<keyof typeof family> = {
  'statement.recorded': (body) => [
    ...speaks(body.speaker),
    ...names('party', body.onBehalfOf, '/onBehalfOf'),
    ...(body.jointlyWith ?? []).flatMap(({ speaker, onBehalfOf }, index) =>
      within(`/jointlyWith/${index}`, [
        ...speaks(speaker),
        ...names('party', onBehalfOf, '/onBehalfOf'),
      ]),
    ),
    ...names('meeting', body.saidAt, '/saidAt'),
    ...(body.datedBy === 'session' && body.saidAt !== undefined
      ? [{ claim: 'session' as const, meeting: body.saidAt, pointer: '/occurred' }]
      : []),
    ...body.about.flatMap(({ kind, id }, index) => names(kind, id, `/about/${index}/id`)),
    ...body.positions.flatMap(({ party, subject }, index) => [
      ...names('party', party, `/positions/${index}/party`),
      ...namesSubject(subject, `/positions/${index}/subject`),
    ]),
    ...namesEach('party', body.openDifferences?.between, '/openDifferences/between'),
    ...namesEach('issue', body.openDifferences?.issues, '/openDifferences/issues'),
    introduces('statement', body.statement, '/statement'),
  ],
  'statement.retracted': (body) => [
    ...names('statement', body.statement, '/statement'),
    ...namesEach('party', body.by, '/by'),
  ],
  'position.ended': (body) => [
    ...names('statement', body.statement, '/statement'),
    ...names('party', body.party, '/party'),
    ...namesSubject(body.subject, '/subject'),
  ],
}

function speaks(speaker: Speaker): Claim[] {
  return speaker.kind === 'person' || speaker.kind === 'party'
    ? names(speaker.kind, speaker.id, '/speaker/id')
    : []
}
