import type { Subject } from '../../../../events/position.ts'
import type { Quantity } from '../../../../events/quantity.ts'
import type { StanceOrNone } from '../../../../projections/stances/side.ts'
import { counted } from '../plural.ts'

type Texts<K extends string> = Readonly<Record<K, string>>

const STANCES: Texts<StanceOrNone> = {
  proposes: 'Proposes',
  supports: 'Supports',
  no_objection: 'No objection',
  undecided: 'Undecided',
  opposes: 'Opposes',
  withdrawn: 'Withdrawn',
  conflicting: 'Conflicting',
  no_record: 'No record',
}

const SUBJECT_KINDS: Texts<Subject['kind']> = {
  issue: 'Issues',
  clause: 'Clauses',
  wording: 'Words in brackets',
  draft: 'Drafts',
}

const COMPARATORS: Texts<Quantity['comparator']> = {
  exactly: 'exactly',
  about: 'about',
  at_least: 'at least',
  at_most: 'at most',
  more_than: 'more than',
  less_than: 'less than',
  between: 'between',
}

/** Codes for what nobody said, which are no words of a sentence. */
const UNSAID: ReadonlySet<string> = new Set(['unspecified', 'unstated'])

/** Members whose names are terms of the data and not words that people use. */
const LABELS: Readonly<Record<string, string>> = {
  exact: 'The words',
  prefix: 'The words before',
  suffix: 'The words after',
  target: 'The entry',
  basis: 'Made from',
  op: 'What is done',
}

/** The terms that all parts of the page share, and how dates, numbers and lists are put in words. */
export const terms = {
  stances: STANCES,
  /** As headings. */
  subjectKinds: SUBJECT_KINDS,
  /** A code as people write it: `on_record` is "on record". */
  ofCode: (code: string) => (UNSAID.has(code) ? 'not stated' : code.replaceAll('_', ' ')),
  otherKind: 'of another kind',
  /** The type of an entry as a title: `statement.recorded` is "Statement recorded". */
  ofType: (type: string) => {
    const words = type.replace('.', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    return words.slice(0, 1).toUpperCase() + words.slice(1)
  },
  /** A member of a body as people say it: `onBehalfOf` is "On behalf of". */
  ofMember: (member: string) => {
    const words = member.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    return LABELS[member] ?? words.slice(0, 1).toUpperCase() + words.slice(1)
  },
  /** The part of a source that is here. */
  held: {
    text: 'its whole text',
    digest: 'the digest of its file, and not the text',
    unseen: 'nothing: others relay it',
  },
  ownMachine: "on the service's own machine",
  bySender: (sender: string) => `by ${sender}`,
  actInDraft: 'an act in a draft',
  personFor: (person: string, party: string) => `${person}, for ${party}`,
  unnamedSource: 'an unnamed source',
  /** The quotation marks. */
  quotes: ['“', '”'] as readonly [string, string],
  quoted: (words: string) => `“${words}”`,
  and: 'and',
  or: 'or',
  comparators: COMPARATORS,
  range: (from: string, to: string) => `${from} and ${to}`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
  orLater: (date: string) => `${date} or later`,
  by: (date: string) => `by ${date}`,
  alreadyStanding: 'already standing',
  uncertain: (date: string) => `${date} (uncertain)`,
  about: (date: string) => `about ${date}`,
  ifCondition: (condition: string) => `if ${condition}`,
  redLine: 'a red line',
  noRedLine: 'no red line',
  since: (date: string) => `since ${date}`,
  until: (date: string) => `until ${date}`,
  fit: {
    broader: 'in broader terms than the subject',
    narrower: 'in narrower terms than the subject',
  },
  because: (reason: string) => `because ${reason}`,
  /** Both sides of a conflict, each with its layer. */
  sides: (sides: readonly { readonly layer: string; readonly stance: string }[]) =>
    sides.map(({ layer, stance }) => `${layer} ${stance}`).join(' against '),
  voidedAs: (reason: string) => `Entry voided as ${reason}`,
  correctedTo: (line: string) => `Entry corrected: ${line}`,
  leftText: 'The clause has left the text.',
  clauseIs: (status: string) => `The clause is ${status}.`,
  ofWordings: (on: { of: number; for: number; against: number; reserves: number }) =>
    `For ${on.for} of ${on.of} wordings, against ${on.against}${on.reserves === 0 ? '' : `, reserves ${on.reserves}`}.`,
  /** An entry by its number, which is its revision. */
  entry: (revision: number) => `entry ${revision}`,
  entryTitle: (revision: number) => `Entry ${revision}`,
  entries: (count: number) => counted(count, { one: 'entry', other: 'entries' }),
  subjects: (count: number) => counted(count, { one: 'subject', other: 'subjects' }),
  parties: (count: number) => counted(count, { one: 'party', other: 'parties' }),
  clauses: (count: number) => counted(count, { one: 'clause', other: 'clauses' }),
  clauseOf: (id: string) => `clause ${id}`,
  wordsIn: (words: string, clause: string) => `“${words}” in ${clause}`,
  /** A request as a whole, before what is wrong with it. */
  this: 'This',
}
