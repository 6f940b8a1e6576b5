import type { Speaker } from '../../events/speaker.ts'
import type { statementFacts as family } from '../../events/statement.ts'
import { utterancesOf } from '../../projections/statements/utterances.ts'
import {
  type Claim,
  type Claims,
  introduces,
  names,
  namesEach,
  namesSubject,
  within,
} from './claim.ts'

/** The most positions times voices of one statement: each position is held against each voice. */
const MAX_POSITIONS_BY_VOICES = 2_000

/** The most retractions of one statement: each may move the ends of all its positions. */
const MAX_RETRACTIONS = 20

/** The most ends of one position: each is weighed against the others. */
const MAX_ENDS = 20

export const statementClaims: Claims<keyof typeof family> = {
  'statement.recorded': (body) => [
    {
      claim: 'adds',
      amount: body.positions.length * utterancesOf(body).length,
      most: MAX_POSITIONS_BY_VOICES,
      counted: { kind: 'positions_of_voices' },
      pointer: '/positions',
    },
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
    {
      claim: 'adds',
      amount: 1,
      most: MAX_RETRACTIONS,
      counted: { kind: 'retractions', statement: body.statement },
      sum: `retractions ${body.statement}`,
      pointer: '/statement',
    },
    ...names('statement', body.statement, '/statement'),
    ...namesEach('party', body.by, '/by'),
  ],
  'position.ended': (body) => [
    {
      claim: 'adds',
      amount: 1,
      most: MAX_ENDS,
      counted: { kind: 'ends_of_position', statement: body.statement },
      sum: `ends ${body.statement} ${body.party} ${body.subject.kind} ${body.subject.id}`,
      pointer: '/statement',
    },
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
