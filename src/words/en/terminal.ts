import { counted } from './plural.ts'

/** The words of the terminal beside the data: receipts, refusals and the dialogue of recording. */
export const terminal = {
  recorded: (count: number, negotiation: string) =>
    `Recorded ${counted(count, ENTRIES)} in ${negotiation}.`,
  recordedBefore: (count: number, negotiation: string) =>
    `Had recorded before: ${counted(count, ENTRIES)} in ${negotiation}.`,
  wouldRecord: (count: number, negotiation: string) =>
    `Would record ${counted(count, ENTRIES)} in ${negotiation}.`,
  receiptColumns: ['Revision', 'Type', 'Event id'],
  warning: 'warning:',
  ofEntry: (entry: number) => `entry ${entry}`,
  andMore: (count: number) => `and ${count} more`,
  request: (id: string) => `request ${id}`,
  line: (line: number) => `line ${line}`,
  /** The words of the command line for parameters and headers that are no options of those names. */
  theWords: 'The words',
  theNegotiation: 'The negotiation',
  theEntry: 'The entry',
  it: 'It',
  yesOrNo: { no: '[y/N]', yes: '[Y/n]' },
  answersOfYes: /^y(es)?$/i,
  answersOfNo: /^no?$/i,
  answerYesOrNo: 'Answer y or n.',
  give: (member: string) => `Give ${member}?`,
  anotherOf: (member: string) => `Another of ${member}?`,
  suchAs: (example: string) => `such as ${example}`,
  helpSuchAs: (examples: readonly string[]) => `Such as ${examples.join(' or ')}`,
  enterLeavesOut: '[Enter: leave out]',
  enterOffers: (offered: string, none: string | undefined) =>
    `[Enter: ${offered}${none === undefined ? '' : `, ${none}: leave out`}]`,
  anotherEntry: 'Another entry?',
  inputEnded: 'The input ended; nothing more is recorded.',
  explains: '? explains what is asked for.',
  mendIt: 'Mend it?',
  recordIt: 'Record it?',
  notRecorded: 'Not recorded.',
  typeOfEntry: 'type of entry (? lists them, Tab completes)',
  noSuchType: (type: string) => `There is no type ${type}.`,
}

const ENTRIES = { one: 'entry', other: 'entries' }
