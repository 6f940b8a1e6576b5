const CHOICES = {
  clock: 'clock',
  side: 'side',
  size: 'size',
  answers: 'choice of answers',
  order: 'order',
  grouping: 'grouping',
  choice: 'choice',
  manner: 'manner of reading',
  clauses: 'choice of clauses',
  status: 'status',
  attribution: 'attribution',
  layer: 'layer',
  reliability: 'reliability',
  colouring: 'colouring',
  picture: 'picture',
  language: 'language',
}

/** The notes on an address that is not understood. */
export const address = {
  without: 'What is shown does without it.',
  noView: (view: string) => `There is no view “${view}”: choose one of those above.`,
  repeated: (name: string) => `${name} is given more than once: the last one counts.`,
  noParameter: (name: string, near: string | undefined, known: string) =>
    `This view has no parameter “${name}”: ${near === undefined ? `it has ${known}.` : `did you mean ${near}?`}`,
  misread: (name: string, value: string, wrong: string) => `${name}=${value} ${wrong}.`,
  choices: CHOICES,
  noKind: 'is no kind of subject on which anything is known at this moment',
  noKindOf: (kinds: string) =>
    `is no kind of subject on which anything is known at this moment: write ${kinds}`,
  noCell: 'is no cell: write a party, a kind of subject and its id, such as russia:issue:army-cap',
  suchAsSubject: (fault: string) => `${fault}, such as issue:army-cap`,
  things: {
    party: 'party',
    issue: 'issue',
    draft: 'draft',
    entry: 'entry',
    source: 'source',
    wording: 'run of words in brackets',
    cell: 'party and subject',
    subject: 'subject',
    ownRevision: 'revision of this draft',
    clause: 'clause of this draft',
    revision: 'revision',
  },
  unknown: (what: string) =>
    `names no ${what} that is known at this moment: choose one that is shown`,
  noRevision: (head: number) => `is no revision of this ledger: write a number from 0 to ${head}`,
  noTime: 'is no time: write an instant such as 2025-12-02T18:00Z',
  leftOut: 'is left out, since revision says the same: keep one',
  stillToCome: 'is still to come: ask for a time up to now',
  noBeginning:
    'is no beginning: write a revision, a span such as -3d, or an instant such as 2025-12-02T18:00Z',
  noStretch:
    'is no stretch of time: write two instants, the later behind a slash, six hours apart or more',
  noPart: 'is no part of an overview: write its row and column, 0.0',
  noStep: 'is no step: write its number, from 0',
  noChoice: (what: keyof typeof CHOICES, values: string) =>
    `is no ${CHOICES[what]}: write ${values}`,
}
