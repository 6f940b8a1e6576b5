import type { WarningParams } from './warning-params.ts'

/** A kind of warning: what each warning with its code says, and what to do about it. */
export interface WarningKind {
  readonly title: string
  readonly meaning: string
  readonly remedy: string
}

/** Every kind of warning by its stable code. docs/warnings.md is made of it. */
export const warnings = {
  speaker_not_accredited: {
    title: 'The speaker is not known to be accredited',
    meaning:
      'A person speaks on behalf of a party, and no accreditation to that party may hold at the date of the statement. The position counts all the same.',
    remedy:
      'Record `person.accredited`, with `since` if the accreditation is older; or correct `onBehalfOf` if the person spoke for somebody else.',
  },
  meeting_not_convened: {
    title: 'A meeting goes on that is not known to have convened',
    meaning:
      'It is suspended, resumed or concluded, and no entry says that it convened, or every convening is provably later.',
    remedy: 'Record `meeting.convened` if a source reports it, or correct the dates.',
  },
  party_not_listed: {
    title: 'A party acts before it is listed',
    meaning:
      'The party speaks, takes a position, puts forward or signs a text, or attends a meeting, and nothing lists it, or every listing is provably later.',
    remedy: 'Correct the listing: `since` says when the party began to take part.',
  },
  party_withdrawn: {
    title: 'A party acts after it withdrew',
    meaning:
      'The party acts provably after its withdrawal from the negotiation, and no entry says that it returned.',
    remedy:
      'Record its return with `party.returned`, or correct the date of one of the two entries.',
  },
  numbers_disagree: {
    title: 'Two reports of one number disagree',
    meaning:
      'An earlier entry gives, at what may be the same time, another number for the same thing: of a party on a subject in the same unit, or the points of a draft. If one provably comes after the other, the number has changed instead, and nothing is warned of.',
    remedy:
      'Nothing, if the reports do disagree. Correct the entry if the number or its comparator was entered wrongly.',
  },
  occurred_after_recording: {
    title: 'An entry is dated after it was recorded',
    meaning: 'It has not come about yet, and counts as a plan from its date on.',
    remedy:
      'Correct the date if it is a mistake. A plan is better recorded as what it is, such as `meeting.announced` with `scheduled`.',
  },
  negotiation_not_suspended: {
    title: 'Talks are resumed that were not suspended',
    meaning: 'In no order of the dates were the talks suspended or concluded then.',
    remedy: 'Record `negotiation.suspended` if a source reports it, or correct the dates.',
  },
  negotiation_already_suspended: {
    title: 'Talks are suspended twice',
    meaning: 'In every order of the dates the talks were suspended already.',
    remedy: 'Void the duplicate, or record `negotiation.resumed` between the two.',
  },
  quoted_source_corrected: {
    title: 'A quoted report was corrected by its outlet',
    meaning:
      'The outlet corrected the report after it was quoted, and the ledger does not know if the words are still in it.',
    remedy: 'Look at the corrected report, and correct the quote if its words changed.',
  },
  amendment_without_effect: {
    title: 'An amendment of a source has no effect',
    meaning:
      'The source was killed before, which nothing undoes; or it is released, and was not held.',
    remedy: 'Check which source is meant, and correct or void the entry.',
  },
  dates_contradict: {
    title: 'Two dates contradict each other',
    meaning:
      'Something is provably dated before what it follows from, or outside the meeting at which it was: a retraction before its statement, a signature before its draft, a position on a clause before any revision has the clause, a report published before what it reports.',
    remedy: 'Correct the date of whichever of the two entries is wrong.',
  },
  nothing_to_undo: {
    title: 'An entry undoes what no entry tells of',
    meaning:
      'An issue is reopened that was never settled, a party returns that never withdrew or leaves a grouping that it never joined, or a person is recalled who was never accredited to the party.',
    remedy: 'Record what came before it, or correct or void the entry.',
  },
  session_dates_changed: {
    title: 'A session has other dates than when statements were dated by it',
    meaning:
      'Statements without a date of their own took the window of the session as it was known then. Its dates were recorded or corrected since; the statements keep theirs.',
    remedy: 'Correct the statements if the new window should count for them.',
  },
  retracted_by_other: {
    title: 'A statement is taken back by a party that does not speak in it',
    meaning:
      '`by` of a retraction names a party for which nobody speaks in the statement: nothing that the statement says ends by it.',
    remedy: 'Correct `by`, or leave it out if all for whom it was made take it back.',
  },
  quote_ambiguous: {
    title: 'Quoted words stand in the source more than once',
    meaning: 'The first place was recorded, and `places` says how many there are.',
    remedy: 'Correct the quote with `prefix`, `suffix` or `start`.',
  },
  operation_without_effect: {
    title: 'A step of a draft revision changes nothing',
    meaning:
      'The operation names a clause that is not in the text, or asks for what is so already. The message says why.',
    remedy: 'Correct the entry of the revision.',
  },
  operation_displaced: {
    title: 'A step of a draft revision could not be carried out where it was to be',
    meaning:
      'The words that it brings are kept, and put last, since the place or the clause that it names is not in the text. The message says which step.',
    remedy: 'Correct the entry of the revision so that its steps name clauses of the text.',
  },
  basis_unknown: {
    title: 'The text that a revision was made from is not known',
    meaning:
      'A basis was only reported, is incomplete, or no entry that stands tells of it, so that the text of the revision is not known either.',
    remedy: 'Record the text of the basis if it can be had, or correct `basis`.',
  },
  basis_circular: {
    title: 'Revisions are made from one another in a circle',
    meaning:
      'By way of `basis` and `attests` a revision is made from itself, so that there is no text to begin with. The message names the revisions.',
    remedy: 'Correct `basis` or `attests` of the revision that was not made from the other.',
  },
  attested_has_text: {
    title: 'A revision is said to be the text of one that has a text',
    meaning: '`attests` names a revision whose own text is recorded.',
    remedy: 'Leave `attests` out, or name the reported revision that is meant.',
  },
  attested_in_other_draft: {
    title: 'A revision is said to be the text of one in another draft',
    meaning: '`attests` names a revision of a draft that this revision does not belong to.',
    remedy: 'Correct `draft` or `attests`.',
  },
  attested_twice: {
    title: 'Two revisions are said to be the text of one',
    meaning: 'An earlier entry named another text for the same reported revision.',
    remedy: 'Correct `attests` in one of the two.',
  },
  revision_complete_already: {
    title: 'A revision goes on after it was complete',
    meaning:
      'Operations were added, or the revision was completed, after an earlier entry said that it was whole.',
    remedy: 'Void the entry that came too late, or correct `complete` in the first.',
  },
  entry_left_out: {
    title: 'The service failed to take an entry into some views',
    meaning: 'The views that the message names lack the entry. The fault is ours.',
    remedy: 'Report it to the operator of the service; the record itself is whole.',
  },
} as const satisfies Record<keyof WarningParams, WarningKind>

/** A stable code. */
export type WarningCode = keyof typeof warnings
