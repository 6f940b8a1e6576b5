import type { FactBody, FactType } from '../../events/facts.ts'
import { utterancesOf } from '../statements/utterances.ts'
import type { StandingFact } from '../time/standing-fact.ts'

export type MentionKind =
  | 'party'
  | 'person'
  | 'issue'
  | 'clause'
  | 'wording'
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

/** Is told what a fact names; an id that the fact does not give is passed over. */
type Naming = (kind: MentionKind, id: string | undefined) => void

/** All that each type of fact names, its evidence apart. A new type needs a row here to compile. */
const NAMED: { readonly [T in FactType]: (body: FactBody<T>, name: Naming) => void } = {
  'negotiation.opened': () => {},
  'negotiation.renamed': () => {},
  'negotiation.suspended': () => {},
  'negotiation.resumed': () => {},
  'negotiation.concluded': () => {},
  'party.listed': (b, name) => name('party', b.party),
  'party.renamed': (b, name) => name('party', b.party),
  'party.withdrawn': (b, name) => name('party', b.party),
  'party.returned': (b, name) => name('party', b.party),
  'grouping.joined': nameMembership,
  'grouping.left': nameMembership,
  'person.named': (b, name) => name('person', b.person),
  'person.renamed': (b, name) => name('person', b.person),
  'person.accredited': nameAccreditation,
  'person.recalled': nameAccreditation,
  'issue.raised': (b, name) => name('issue', b.issue),
  'issue.reframed': (b, name) => name('issue', b.issue),
  'issue.settled': (b, name) => name('issue', b.issue),
  'issue.reopened': (b, name) => name('issue', b.issue),
  'source.recorded': (b, name) => name('source', b.source),
  'source.amended': (b, name) => name('source', b.source),
  'statement.recorded': nameStatement,
  'statement.retracted': (b, name) => {
    name('statement', b.statement)
    nameEach('party', b.by, name)
  },
  'position.ended': (b, name) => {
    name('statement', b.statement)
    name('party', b.party)
    name(b.subject.kind, b.subject.id)
  },
  'draft.tabled': (b, name) => {
    name('draft', b.draft)
    nameEach('party', b.proposers, name)
    name('meeting', b.meeting)
  },
  'draft.renamed': (b, name) => name('draft', b.draft),
  'draft.revised': (b, name) => {
    name('draft', b.draft)
    name('draft_revision', b.revision)
    name('draft_revision', b.attests)
    nameEach('party', b.proposers, name)
    name('meeting', b.meeting)
  },
  'draft.operationsAdded': (b, name) => name('draft_revision', b.revision),
  'draft.revisionCompleted': (b, name) => name('draft_revision', b.revision),
  'draft.revisionReported': (b, name) => {
    name('draft', b.draft)
    name('draft_revision', b.revision)
    nameEach('party', b.opens?.proposers, name)
    name('meeting', b.meeting)
  },
  'draft.statusChanged': (b, name) => {
    name('draft', b.draft)
    name('draft_revision', b.revision)
  },
  'draft.initialled': nameSignatures,
  'draft.signed': nameSignatures,
  'draft.withdrawn': (b, name) => {
    name('draft', b.draft)
    nameEach('party', b.by, name)
  },
  'meeting.announced': nameMeeting,
  'meeting.renamed': (b, name) => name('meeting', b.meeting),
  'meeting.rescheduled': nameMeeting,
  'meeting.postponed': nameMeeting,
  'meeting.convened': nameMeeting,
  'meeting.suspended': nameMeeting,
  'meeting.resumed': nameMeeting,
  'meeting.concluded': nameMeeting,
  'meeting.cancelled': nameMeeting,
  'meeting.denied': nameMeeting,
}

/** Everything that a fact names, each once, in the order of its body; last the sources it rests on. */
export function mentionsOf(fact: StandingFact): Mention[] {
  const found = new Map<string, Mention>()
  nameAll(fact, (kind, id) => found.set(`${kind} ${id}`, { kind, id }))
  return [...found.values()]
}

/** Names everything that a fact names, some of it more than once. */
export function nameAll(fact: StandingFact, each: (kind: MentionKind, id: string) => void): void {
  const name: Naming = (kind, id) => {
    if (id !== undefined) each(kind, id)
  }
  const namedIn = NAMED[fact.type] as (body: unknown, name: Naming) => void
  namedIn(fact.body, name)
  for (const { source, relay } of fact.body.evidence ?? []) {
    name('source', source)
    nameEach('source', relay, name)
  }
}

function nameEach(kind: MentionKind, ids: readonly string[] | undefined, name: Naming): void {
  if (ids !== undefined) for (const id of ids) name(kind, id)
}

function nameMembership(body: FactBody<'grouping.joined'>, name: Naming): void {
  name('party', body.party)
  name('party', body.grouping)
}

function nameAccreditation(body: FactBody<'person.accredited'>, name: Naming): void {
  name('person', body.person)
  name('party', body.party)
}

function nameStatement(body: FactBody<'statement.recorded'>, name: Naming): void {
  name('statement', body.statement)
  for (const { speaker, onBehalfOf } of utterancesOf(body)) {
    if (speaker.kind === 'person' || speaker.kind === 'party') name(speaker.kind, speaker.id)
    name('party', onBehalfOf)
  }
  name('meeting', body.saidAt)
  for (const { kind, id } of body.about) name(kind, id)
  for (const { party, subject } of body.positions) {
    name('party', party)
    name(subject.kind, subject.id)
  }
  nameEach('party', body.openDifferences?.between, name)
  nameEach('issue', body.openDifferences?.issues, name)
}

function nameSignatures(body: FactBody<'draft.signed'>, name: Naming): void {
  name('draft', body.draft)
  name('draft_revision', body.revision)
  for (const { party, person } of body.by) {
    name('party', party)
    name('person', person)
  }
  name('meeting', body.meeting)
}

function nameMeeting(body: FactBody<'meeting.convened'>, name: Naming): void {
  name('meeting', body.meeting)
  name('meeting', body.opens?.partOf)
  for (const { party, person } of body.participants ?? []) {
    name('party', party)
    name('person', person)
  }
}
