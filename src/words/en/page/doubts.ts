import {
  type WarningCode,
  type WarningKind,
  warnings,
} from '../../../../projections/warnings/warning-codes.ts'
/** The view of doubts, with what to do about them. */
export const doubts = {
  whatToDo: 'What to do',
  heads: ['Doubt', 'About', 'What to do', 'Link'],
  caption: 'doubts',
  none: 'The entries do not contradict each other, all rest on sources that stand, and every text is here.',
  fallen: 'Rests on no source that stands',
  fallenMeans:
    'An outlet killed or holds back the report on which it rests. It still counts, marked.',
  fallenRemedy:
    'Look for another report of it, and correct the entry so that it names that one; or void the entry if it proved false.',
  noText: 'Drafts of which there is no text',
  noTextMeans: 'Somebody reported the draft, and nobody here has its words.',
  noTextRemedy:
    'Record a revision with its text when it can be had, and say which report it attests.',
  unread: 'Sources that nobody here has read',
  unreadMeans: 'They are cited, or carried what is cited, and the ledger has no text of them.',
  unreadRemedy: 'Record the source again with its text, so that quotes can be checked against it.',
  warnings: warnings as Readonly<Record<WarningCode, WarningKind>>,
}
