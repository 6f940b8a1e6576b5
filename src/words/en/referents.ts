import type { Deed, Referent } from '../../../projections/warnings/referent.ts'
import type { Names } from '../names.ts'
import { capitalize, type Deeds, type Referents, renderReferent } from '../referents.ts'

const REFERENTS: Referents<string> = {
  statement: (of, names) => `statement ${names.of('statement', of.statement)}`,
  meeting: (of, names) => `meeting ${names.of('meeting', of.meeting)}`,
  end_of_meeting: (of, names) => `end of meeting ${names.of('meeting', of.meeting)}`,
  source: (of, names) => `source ${names.of('source', of.source)}`,
  draft: (of, names) => `draft ${names.of('draft', of.draft)}`,
  revision: (of, names) => `revision ${names.of('draft_revision', of.revision)}`,
  clause: (of, names) => `clause ${names.of('clause', of.clause)}`,
  issue: (of, names) => `issue ${names.of('issue', of.issue)}`,
  settlement: (of, names) => `settlement of issue ${names.of('issue', of.issue)}`,
  party: (of, names) => `party ${names.of('party', of.party)}`,
  listing: (of, names) => `listing of party ${names.of('party', of.party)}`,
  withdrawal: (of, names) => `withdrawal of party ${names.of('party', of.party)}`,
  membership: (of, names) =>
    `membership of party ${names.of('party', of.party)} in ${names.of('party', of.grouping)}`,
  accreditation: (of, names) =>
    `accreditation of person ${names.of('person', of.person)} to party ${names.of('party', of.party)}`,
  negotiation: () => 'the negotiation',
  opening: () => 'opening of the negotiation',
  entry: ({ entry }) => `entry ${entry}`,
}

/** A thing in the middle of a sentence. */
export function referentText(of: Referent, names: Names): string {
  return renderReferent(REFERENTS, of, names)
}

const DEEDS: Deeds = {
  'statement.retracted': 'The retraction of',
  'position.ended': 'The end of a position in',
  'draft.withdrawn': 'The withdrawal of',
  'draft.statusChanged': 'The change of status of',
  'draft.signed': 'The signature of',
  'draft.initialled': 'The initialling of',
  'draft.operationsAdded': 'The addition of operations to',
  'draft.revisionCompleted': 'The completion of',
  'draft.renamed': 'The renaming of',
  'source.amended': 'The amendment of',
  'meeting.suspended': 'The suspension of',
  'meeting.resumed': 'The resumption of',
  'grouping.left': 'The leaving of',
  'person.recalled': 'The recall of',
  'issue.settled': 'The settlement of',
  'issue.reframed': 'The reframing of',
  'issue.reopened': 'The reopening of',
  'party.renamed': 'The renaming of',
  'party.withdrawn': 'The withdrawal of',
  'party.returned': 'The return of',
  'negotiation.renamed': 'The renaming of',
  'negotiation.suspended': 'The suspension of',
  'negotiation.resumed': 'The resumption of',
  'negotiation.concluded': 'The conclusion of',
}

/** A fact as the beginning of a sentence. */
export function deedText({ done, to }: Deed, names: Names): string {
  if (done === 'recorded') return capitalize(referentText(to, names))
  return `${DEEDS[done]} ${doneToText(to, names)}`
}

/** A thing that a deed is done to; a membership and an accreditation by both of their sides. */
function doneToText(to: Referent, names: Names): string {
  switch (to.kind) {
    case 'membership':
      return `party ${names.of('party', to.party)} from ${names.of('party', to.grouping)}`
    case 'accreditation':
      return `person ${names.of('person', to.person)} by party ${names.of('party', to.party)}`
    default:
      return referentText(to, names)
  }
}
