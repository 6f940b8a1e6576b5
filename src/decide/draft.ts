import type { draftFacts as family } from '../../events/draft.ts'
import type { Body } from '../../events/registry.ts'
import { type Claim, type Claims, introduces, names, namesEach, within } from './claim.ts'
import { operationClaims } from './clause-operation.ts'

export const draftClaims: Claims<keyof typeof family> = {
  'draft.tabled': (body) => [
    ...namesEach('party', body.proposers, '/proposers'),
    ...names('meeting', body.meeting, '/meeting'),
    introduces('draft', body.draft, '/draft'),
  ],
  'draft.renamed': (body) => names('draft', body.draft, '/draft'),
  'draft.revised': (body) => [
    ...names('draft', body.draft, '/draft'),
    ...namesEach('revision', body.basis, '/basis'),
    ...namesEach('party', body.proposers, '/proposers'),
    ...names('meeting', body.meeting, '/meeting'),
    ...names('revision', body.attests, '/attests'),
    introduces('revision', body.revision, '/revision'),
    ...operationClaims(body.revision, body.operations),
  ],
  'draft.operationsAdded': (body) => [
    ...names('revision', body.revision, '/revision'),
    ...operationClaims(body.revision, body.operations),
  ],
  'draft.revisionCompleted': (body) => names('revision', body.revision, '/revision'),
  'draft.revisionReported': (body) => [
    ...(body.opens === undefined
      ? names('draft', body.draft, '/draft')
      : [introduces('draft', body.draft, '/draft')]),
    ...namesEach('party', body.opens?.proposers, '/opens/proposers'),
    ...namesEach('revision', body.basis, '/basis'),
    ...names('meeting', body.meeting, '/meeting'),
    introduces('revision', body.revision, '/revision'),
  ],
  'draft.statusChanged': (body) => [
    ...names('draft', body.draft, '/draft'),
    ...names('revision', body.revision, '/revision'),
  ],
  'draft.initialled': signatures,
  'draft.signed': signatures,
  'draft.withdrawn': (body) => [
    ...names('draft', body.draft, '/draft'),
    ...namesEach('party', body.by, '/by'),
  ],
}

function signatures(body: Body<'draft.signed'>): Claim[] {
  return [
    ...names('draft', body.draft, '/draft'),
    ...names('revision', body.revision, '/revision'),
    ...body.by.flatMap(({ party, person }, index) =>
      within(`/by/${index}`, [
        ...names('party', party, '/party'),
        ...names('person', person, '/person'),
      ]),
    ),
    ...names('meeting', body.meeting, '/meeting'),
  ]
}
