/** The reasons and proposals of the rules that read a report. */
export const reader = {
  fewKnown: 'a meeting of which fewer than two participants are known by name',
  wasOver: 'names a meeting that, by the ledger, was over or on other days',
  ifKnown: 'if this is a meeting that the ledger knows already',
  ifThis: (meeting: string) => `if this is “${meeting}”, which the ledger has`,
  talksIn: (place: string) => `Talks in ${place}`,
  meetingOf: (participants: string) => `Meeting of ${participants}`,
  noVerb: 'words in quotation marks without a verb that says who spoke',
  unknownSpeaker: 'reported words of somebody who is not known by name',
  noName: 'no known name stands at the verb',
  whichPositions: 'which positions it takes, if any',
  otherLanguage: (language: string) =>
    `a report in “${language}”: the rules read English, French and Ukrainian`,
  nothingKnown: 'no known name, no quotation, no meeting',
  onlyNames: 'known names, but neither words of theirs nor a meeting',
  whoSpoke: (problem: string) => `who spoke: ${problem}`,
  ifYear: (year: string) => `if the year is ${year}, which is reckoned from the date of the report`,
}
