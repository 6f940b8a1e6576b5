import type { Subject } from '../../../events/position.ts'
import type { Speaker } from '../../../events/speaker.ts'
import type { Names } from '../state/use-names.ts'
import { messages } from './messages.ts'

const KINDS: readonly Subject['kind'][] = ['issue', 'clause', 'wording', 'draft']

/** The number of subjects of each kind that there is, in the order of the headings. */
export function countKinds(subjects: readonly Subject[]): Map<Subject['kind'], number> {
  const counts = KINDS.map(
    (kind) => [kind, subjects.filter((one) => one.kind === kind).length] as const,
  )
  return new Map(counts.filter(([, count]) => count > 0))
}

/** A code in words: `on_record` as "on record". */
export function plainWords(code: string): string {
  return messages.terms.ofCode(code)
}

/** A kind in words: `news_report` is "news report", and `other` is "of another kind". */
export function kindText(kind: string): string {
  return kind === 'other' ? messages.terms.otherKind : plainWords(kind)
}

/** The sender of an entry; `local` is whoever uses the machine of a service that asks nobody. */
export function actorText(actor: string): string {
  return actor === 'local' ? messages.terms.ownMachine : messages.terms.bySender(actor)
}

/** `statement.recorded` as a title: `Statement recorded`. */
export function typeTitle(type: string): string {
  return messages.terms.ofType(type)
}

/** A member of a body as people say it: `onBehalfOf` as `On behalf of`. */
export function memberLabel(member: string): string {
  return messages.terms.ofMember(member)
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The speaker in words, with the party spoken for. */
export function speakerText(
  speaker: Speaker | null,
  onBehalfOf: string | null | undefined,
  names: Names,
): string {
  if (speaker === null) return messages.terms.actInDraft
  if (speaker.kind === 'person') {
    const name = names.person(speaker.id)
    return onBehalfOf ? messages.terms.personFor(name, names.party(onBehalfOf)) : name
  }
  if (speaker.kind === 'party') return names.party(speaker.id)
  return speaker.describedAs ?? messages.terms.unnamedSource
}
