import type { FactBody, FactType } from '../../events/facts.ts'
import { utterancesOf } from '../statements/utterances.ts'
import type { StandingFact } from '../time/standing-fact.ts'

export type MentionKind =
  | 'party'
  | 'person'
  | 'issue'
  | 'clause'
  | 'source'
  | 'statement'
  | 'draft'
  | 'draft_revision'
  | 'meeting'

/** Something that a fact names, by its id. A grouping is a party. */
export interface Mention {
  readonly kind: MentionKind
  readonly id: string
}

/** What each type of fact names, its evidence apart. A new type needs a row here to compile. */
const NAMED: { readonly [T in FactType]: (body: FactBody<T>) => readonly (Mention | undefined)[] } =
  {
    'negotiation.opened': () => [],
    'negotiation.renamed': () => [],
    'negotiation.suspended': () => [],
    'negotiation.resumed': () => [],
    'negotiation.concluded': () => [],
    'party.listed': (b) => [of('party', b.party)],
    'party.renamed': (b) => [of('party', b.party)],
    'party.withdrawn': (b) => [of('party', b.party)],
    'grouping.joined': (b) => [of('party', b.party), of('party', b.grouping)],
    'grouping.left': (b) => [of('party', b.party), of('party', b.grouping)],
    'person.named': (b) => [of('person', b.person)],
    'person.renamed': (b) => [of('person', b.person)],
    'person.accredited': (b) => [of('person', b.person), of('party', b.party)],
    'person.recalled': (b) => [of('person', b.person), of('party', b.party)],
    'issue.raised': (b) => [of('issue', b.issue)],
    'issue.reframed': (b) => [of('issue', b.issue)],
    'issue.settled': (b) => [of('issue', b.issue)],
    'issue.reopened': (b) => [of('issue', b.issue)],
    'source.recorded': (b) => [of('source', b.source)],
    'source.amended': (b) => [of('source', b.source)],
    'statement.recorded': (b) => [
      of('statement', b.statement),
      ...utterancesOf(b).flatMap(({ speaker, onBehalfOf }) => [
        speaker.kind === 'person' || speaker.kind === 'party'
          ? of(speaker.kind, speaker.id)
          : undefined,
        of('party', onBehalfOf),
      ]),
      of('meeting', b.saidAt),
      ...b.about,
      ...b.positions.flatMap(({ party, subject }) => [of('party', party), subject]),
      ...(b.openDifferences?.between ?? []).map((id) => of('party', id)),
      ...(b.openDifferences?.issues ?? []).map((id) => of('issue', id)),
    ],
    'statement.retracted': (b) => [of('statement', b.statement)],
    'position.ended': (b) => [of('statement', b.statement), of('party', b.party), b.subject],
    'draft.tabled': (b) => [
      of('draft', b.draft),
      ...b.proposers.map((id) => of('party', id)),
      of('meeting', b.meeting),
    ],
    'draft.renamed': (b) => [of('draft', b.draft)],
    'draft.revised': (b) => [
      of('draft', b.draft),
      of('draft_revision', b.revision),
      of('draft_revision', b.attests),
      ...b.proposers.map((id) => of('party', id)),
      of('meeting', b.meeting),
    ],
    'draft.operationsAdded': (b) => [of('draft_revision', b.revision)],
    'draft.revisionCompleted': (b) => [of('draft_revision', b.revision)],
    'draft.revisionReported': (b) => [
      of('draft', b.draft),
      of('draft_revision', b.revision),
      ...(b.opens?.proposers ?? []).map((id) => of('party', id)),
      of('meeting', b.meeting),
    ],
    'draft.statusChanged': (b) => [of('draft', b.draft), of('draft_revision', b.revision)],
    'draft.initialled': ofSignatures,
    'draft.signed': ofSignatures,
    'draft.withdrawn': (b) => [of('draft', b.draft), ...b.by.map((id) => of('party', id))],
    'meeting.announced': ofMeeting,
    'meeting.renamed': (b) => [of('meeting', b.meeting)],
    'meeting.rescheduled': ofMeeting,
    'meeting.postponed': ofMeeting,
    'meeting.convened': ofMeeting,
    'meeting.suspended': ofMeeting,
    'meeting.resumed': ofMeeting,
    'meeting.concluded': ofMeeting,
    'meeting.cancelled': ofMeeting,
    'meeting.denied': ofMeeting,
  }

/** Everything that a fact names, each once, in the order of its body; last the sources it rests on. */
export function mentionsOf(fact: StandingFact): Mention[] {
  return [...mentionsByKey(fact).values()]
}

/** The same under keys of the form `kind id`. */
export function mentionsByKey(fact: StandingFact): ReadonlyMap<string, Mention> {
  const named = NAMED[fact.type] as (body: unknown) => readonly (Mention | undefined)[]
  const sources = (fact.body.evidence ?? []).flatMap(({ source, relay }) => [
    source,
    ...(relay ?? []),
  ])
  const found = new Map<string, Mention>()
  for (const mention of [...named(fact.body), ...sources.map((id) => of('source', id))]) {
    if (mention !== undefined) found.set(`${mention.kind} ${mention.id}`, mention)
  }
  return found
}

function of(kind: MentionKind, id: string | undefined): Mention | undefined {
  return id === undefined ? undefined : { kind, id }
}

function ofSignatures(body: FactBody<'draft.signed'>): (Mention | undefined)[] {
  return [
    of('draft', body.draft),
    of('draft_revision', body.revision),
    ...body.by.flatMap(({ party, person }) => [of('party', party), of('person', person)]),
    of('meeting', body.meeting),
  ]
}

function ofMeeting(body: FactBody<'meeting.convened'>): (Mention | undefined)[] {
  return [
    of('meeting', body.meeting),
    of('meeting', body.opens?.partOf),
    ...(body.participants ?? []).flatMap(({ party, person }) => [
      of('party', party),
      of('person', person),
    ]),
  ]
}
