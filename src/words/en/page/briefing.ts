import type { IssueMove } from '../../../../projections/changes/issue-changes.ts'
import { counted } from '../plural.ts'
import { terms } from './terms.ts'

const ISSUE_MOVES: Readonly<Record<IssueMove, string>> = {
  raised: 'raised',
  settled: 'settled',
  reopened: 'reopened',
  reframed: 'reframed',
  noLongerRaised: 'no longer raised',
}

/** The changes of a draft between two moments. */
interface DraftNews {
  readonly isGone: boolean
  readonly isNew: boolean
  readonly revisions: number
  /** The status, if it changed. */
  readonly status: string | undefined
}

/** The view of what is new: moves and other changes between two moments, as sentences. */
export const briefing = {
  quiet: (last: string) =>
    `Nothing of the talks was recorded in the time asked for. This is the time before the last entry on them, of ${last}, instead.`,
  noMoves: 'No position moved.',
  nothingChanged: 'Nothing changed.',
  moves: {
    moved: 'Moved',
    hardened: 'Hardened',
    softened: 'Softened',
    number: 'Changed in number',
    new: 'New on record',
    withdrawn: 'Withdrawn or ended',
    unsupported: 'Unsupported',
    terms: 'Conditions and grounds',
  },
  groups: {
    released: 'Made public',
    negotiation: 'The negotiation',
    drafts: 'Drafts',
    meetings: 'Meetings',
    issues: 'Contested points',
    parties: 'Parties',
    sources: 'Sources',
    corrected: 'Put right in the ledger',
  },
  otherEntries: (count: number) => `and by ${count} other ${count === 1 ? 'entry' : 'entries'}`,
  saidRecorded: (said: string, recorded: string) => `said ${said}, recorded ${recorded}`,
  noSource: 'no source given',
  inOutlets: (outlets: string) => `in ${outlets}`,
  more: 'more',
  newOf: (negotiation: string) => `${negotiation}: what is new`,
  rest: (link: string) => `The rest: ${link}`,
  span: (of: { from: string; to: string; entry: string; recorded: number; released: number }) =>
    `From ${of.from} to ${of.to}: ${counted(of.recorded, { one: 'entry was', other: 'entries were' })} recorded, up to ${of.entry}${of.released === 0 ? '' : `, and ${counted(of.released, { one: 'earlier one was', other: 'earlier ones were' })} made public`}.`,
  /** A move of a party on a subject; `from`, `to` and `stance` stand in quotation marks. */
  moved: (who: string, what: string, from: string, to: string, sides: string | undefined) =>
    `${who} moved from ${from} to ${to} on ${what}${sides === undefined ? '' : `: ${sides}`}`,
  hardened: (who: string, what: string, stance: string) => `${who} hardened ${stance} on ${what}`,
  softened: (who: string, what: string, stance: string) => `${who} softened ${stance} on ${what}`,
  changedNumber: (who: string, what: string, stance: string) =>
    `${who} changed the number of ${stance} on ${what}`,
  newOnRecord: (who: string, what: string, stance: string) =>
    `${who} came on record on ${what} with ${stance}`,
  withdrew: (who: string, what: string, stance: string) => `${who} withdrew ${stance} on ${what}`,
  noLongerOnRecord: (who: string, what: string, stance: string) =>
    `${stance} of ${who} on ${what} is no longer on record`,
  noSourceOf: (who: string, what: string, stance: string) =>
    `No source of ${stance} of ${who} on ${what} stands any more`,
  termsOf: (who: string, what: string, stance: string) => `${stance} of ${who} on ${what}`,
  joined: (told: string, parts: string) => `${told}: ${parts}`,
  onCondition: (condition: string) => `on condition: ${condition}`,
  notOnRecord: 'not on record',
  fromTo: (part: string, from: string, to: string) =>
    `${part === '' ? '' : `${part} `}from ${from} to ${to}`,
  /** The parts of a stance that move; a number needs no name. */
  parts: {
    stance: 'stance',
    number: '',
    condition: 'condition',
    fit: 'fit of the words',
    commitment: 'commitment',
    redLine: 'red line',
    conflict: 'conflict',
    support: 'evidence',
  },
  noValue: 'none',
  twoSides: 'two sides against each other',
  issueMoved: (issue: string, moves: readonly IssueMove[], proposition: string | undefined) =>
    `The point “${issue}” was ${moves.map((move) => ISSUE_MOVES[move]).join(' and ')}${proposition === undefined ? '' : `: ${proposition}`}`,
  partyIs: (party: string, status: string | null) =>
    `${party} is ${status === null ? 'no longer listed' : terms.ofCode(status)}`,
  sourceIs: (source: string, status: string | null) =>
    `The source “${source}” is ${status === null ? 'gone' : terms.ofCode(status)}, and what rests on it is marked`,
  entryPutRight: (entry: number, type: string, change: string) =>
    `Entry ${entry} (${type}) was ${change}`,
  asEntrySays: (type: string, entry: number) => `${type}, as entry ${entry} says`,
  inEntry: (line: string, entry: number) => `Entry ${entry}: ${line}`,
  talksAre: (now: string | null, before: string | null) =>
    `Talks are ${terms.ofCode(now ?? 'gone')}${before === null ? '' : `, having been ${terms.ofCode(before)}`}`,
  draftIs: (draft: string, is: DraftNews) => {
    const name = `The draft “${draft}”`
    if (is.isGone) return `${name} is no longer on record`
    const told = [
      is.isNew ? 'is new' : '',
      is.revisions > 0
        ? `has ${counted(is.revisions, { one: 'new revision', other: 'new revisions' })}`
        : '',
      is.status === undefined ? '' : `is ${terms.ofCode(is.status)}`,
    ].filter(Boolean)
    return `${name} ${told.length === 0 ? 'has another current revision' : new Intl.ListFormat('en-GB').format(told)}`
  },
  meetingGone: (meeting: string) => `The meeting “${meeting}” is no longer on record`,
  meetingIs: (meeting: string, state: string, before: string | undefined, where: string) =>
    `The meeting “${meeting}” is ${state}${before === undefined ? '' : `; it was ${before}`}${where === '' ? '' : ` (${where})`}`,
}
