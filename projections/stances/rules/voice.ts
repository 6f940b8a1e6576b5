import type { FactBody } from '../../../events/facts.ts'
import { utteranceOf } from '../../statements/utterances.ts'
import type { CarrierFact, TakenPosition } from '../position.ts'

/** The name of a voice, or the source whose publisher it is. */
export type Voice =
  | string
  | {
      readonly source: string
      /** Its name while nothing says who published the source. */
      readonly unpublished: string
    }

/**
 * The voice that a position belongs to, for telling two voices that contradict each other from one
 * that contradicts itself: the named speaker, else the party's publication, else the outlet at the
 * origin of the relay chain. Where nothing says whose it is, it is a voice of its own.
 */
export function voiceOf(fact: CarrierFact, position: TakenPosition): Voice {
  if (fact.type !== 'statement.recorded') return `party:${position.party}`
  const { statement } = fact.body
  const { speaker } = utteranceOf(fact.body, position.party)
  if (speaker.kind === 'person' || speaker.kind === 'party') return `${speaker.kind}:${speaker.id}`
  const source = sourceAtOrigin(fact.body)
  const outlet = speaker.kind === 'outlet' ? `outlet:${speaker.describedAs}` : undefined
  if (source === undefined) return outlet ?? `statement:${statement}`
  return { source, unpublished: outlet ?? `source:${source}` }
}

/**
 * The source whose publisher is the voice of a statement: at the origin of the relay chain of its
 * first evidence. An outlet that nobody relayed speaks for itself.
 */
export function sourceAtOrigin({
  speaker,
  evidence,
}: FactBody<'statement.recorded'>): string | undefined {
  const first = evidence?.[0]
  if (speaker.kind === 'outlet') return first?.relay?.at(-1)
  return speaker.kind === 'anonymous' ? (first?.relay?.at(-1) ?? first?.source) : undefined
}
