import type { Subject } from '../../../events/position.ts'
import type { Speaker } from '../../../events/speaker.ts'
import type { StanceOrNone } from '../../../projections/stances/side.ts'
import type { Names } from '../state/use-names.ts'

export const STANCE_WORDS: { readonly [S in StanceOrNone]: string } = {
  proposes: 'Proposes',
  supports: 'Supports',
  no_objection: 'No objection',
  undecided: 'Undecided',
  opposes: 'Opposes',
  withdrawn: 'Withdrawn',
  conflicting: 'Conflicting',
  no_record: 'No record',
}

/** The kinds of subject that parties take positions on, as headings. */
export const SUBJECT_KINDS: { readonly [K in Subject['kind']]: string } = {
  issue: 'Issues',
  clause: 'Clauses',
  wording: 'Words in brackets',
  draft: 'Drafts',
}

/** The number of subjects of each kind that there is, in the order of the headings. */
export function countKinds(subjects: readonly Subject[]): Map<Subject['kind'], number> {
  const kinds = Object.keys(SUBJECT_KINDS) as Subject['kind'][]
  const counts = kinds.map(
    (kind) => [kind, subjects.filter((one) => one.kind === kind).length] as const,
  )
  return new Map(counts.filter(([, count]) => count > 0))
}

/** Codes for what nobody said, which are no words of a sentence. */
const UNSAID: ReadonlySet<string> = new Set(['unspecified', 'unstated'])

/** `on_record` as people write it: `on record`. */
export function plainWords(code: string): string {
  return UNSAID.has(code) ? 'not stated' : code.replaceAll('_', ' ')
}

/** A kind in words: `news_report` is "news report", and `other` is "of another kind". */
export function kindText(kind: string): string {
  return kind === 'other' ? 'of another kind' : plainWords(kind)
}

/** The words for how much of a source is here. */
export const HELD_WORDS = {
  text: 'its whole text',
  digest: 'the digest of its file, and not the text',
  unseen: 'nothing: others relay it',
} as const

/** The sender of an entry; `local` is whoever uses the machine of a service that asks nobody. */
export function actorText(actor: string): string {
  return actor === 'local' ? "on the service's own machine" : `by ${actor}`
}

/** `statement.recorded` as a title: `Statement recorded`. */
export function typeTitle(type: string): string {
  const words = type.replace('.', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return capital(words)
}

/** Members whose names are terms of the data and not words that people use. */
const LABELS: Readonly<Record<string, string>> = {
  exact: 'The words',
  prefix: 'The words before',
  suffix: 'The words after',
  target: 'The entry',
  basis: 'Made from',
  op: 'What is done',
}

/** A member of a body as people say it: `onBehalfOf` as `On behalf of`. */
export function memberLabel(member: string): string {
  return LABELS[member] ?? capital(member.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

export function plural(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}

/** The speaker in words, with the party spoken for. */
export function speakerText(
  speaker: Speaker | null,
  onBehalfOf: string | null | undefined,
  names: Names,
): string {
  if (speaker === null) return 'an act in a draft'
  if (speaker.kind === 'person') {
    const name = names.person(speaker.id)
    return onBehalfOf ? `${name}, for ${names.party(onBehalfOf)}` : name
  }
  if (speaker.kind === 'party') return names.party(speaker.id)
  return speaker.describedAs ?? 'an unnamed source'
}
