import type { FactBody } from '../../events/facts.ts'
import type { CarrierFact, TakenPosition } from './position.ts'

/**
 * Whose voice a position is, for telling two voices that contradict each other from one that
 * contradicts itself: the named speaker, else the party's publication, else the outlet at the
 * origin of the relay chain. Where nothing says whose it is, it is a voice of its own.
 *
 * @param publisherOf the publisher of a source, where that is known.
 */
export function voiceOf(
  fact: CarrierFact,
  position: TakenPosition,
  publisherOf: (source: string) => string | undefined,
): string {
  if (fact.type !== 'statement.recorded') return `party:${position.party}`
  const { speaker, statement } = fact.body
  if (speaker.kind === 'outlet') return `outlet:${speaker.describedAs}`
  if (speaker.kind !== 'anonymous') return `${speaker.kind}:${speaker.id}`
  const source = originOf(fact.body)
  if (source === undefined) return `statement:${statement}`
  const publisher = publisherOf(source)
  return publisher === undefined ? `source:${source}` : `outlet:${publisher}`
}

/** The source at the origin of the relay chain of a statement's first evidence. */
export function originOf({ evidence }: FactBody<'statement.recorded'>): string | undefined {
  const first = evidence?.[0]
  return first?.relay?.at(-1) ?? first?.source
}
