import { counted } from '../plural.ts'

/** The proofs that this browser makes of the log. */
export const proof = {
  isReceipts: 'The entry as it is served is the one of the receipt',
  isCommitted: 'Its words and salt are those that its header commits to',
  isLeaf: (leaf: number, size: number) =>
    `Its header is leaf ${leaf} of the log of ${size} entries`,
  isSigned: 'The checkpoint of that log is signed by the key that you pinned',
  noKey: (origin: string) => `No key of ${origin} is pinned`,
  otherKey: 'Another key signs it, or none: the log may have been handed on since',
  withheld: 'The body is withheld',
  canBeChecked: 'The receipt can be checked',
  plainHttp:
    'This browser cannot check anything over plain HTTP. Open the page by HTTPS or on localhost, or keep the receipt and use',
  checkedHere: 'Checked here',
  checkedInBrowser: 'Checked in this browser',
  notChecked: 'Not checked',
  holds: 'Holds',
  broken: 'BROKEN',
  whatItProves:
    'If all of it holds, this entry is in the log that the pinned key signed, with these words at this place. It does not prove when it was recorded, nor that others are shown the same log, and the script that checks came from the same server. What does not depend on that server is the receipt with',
  pinnedHere: 'Pinned on this machine.',
  keys: 'Keys of the log and of witnesses, one a line, from their operators and not from this page',
  pin: 'Pin',
  lineProves:
    'This line is made by a script that came from the service which it checks: it finds faults and accidents, and does not bind an operator who would deceive you. For that there are bundles and',
  cannot:
    'Log not verified: a browser cannot check it over plain HTTP. Open the page by HTTPS or on localhost.',
  notYet: 'Log not verified yet',
  refused: (why: string) => `Log NOT verified. ${why}`,
  unreached: (why: string) => `Log not verified now. ${why}`,
  unpinned: (size: number) =>
    `Log of ${counted(size, { one: 'entry', other: 'entries' })} signed, not verified: pin its key`,
  verified: (size: number, witnesses: string) =>
    `Log of ${counted(size, { one: 'entry', other: 'entries' })} verified, witnessed by ${witnesses === '' ? 'nobody you pinned' : witnesses}`,
  notSigned: (size: number) => `The key that you pinned has not signed its ${size} entries.`,
  notContinued: (size: number, before: number) =>
    `Its ${size} entries do not continue the ${before} that this browser verified. Keep both checkpoints, and tell the operator.`,
  faults: {
    malformed: 'The proof has a hash that is not one of SHA-256',
    no_such_entry: 'The log of the checkpoint has no such entry',
    too_long: 'The proof is too long',
    too_short: 'The proof is too short',
    other_root: 'The proof leads to another root',
  },
  keyForm: 'A key reads <name>+<8 hexadecimal digits>+<base64>.',
  keyNotWhole: 'The key is not whole: its id is not that of its bytes.',
  unreadable: 'The checkpoint cannot be read.',
}
