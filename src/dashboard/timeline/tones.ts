import { sideOf } from '../../../projections/stances/side.ts'
import type { StatementReply } from '../../../projections/statements/statement-reply.ts'
import type { TimelineItem } from '../../../projections/timeline/timeline.ts'

/** The colours of marks with their meanings: the side that a party takes in a fact, or the kind of fact. */
const TONES = {
  stance: ['for', 'against', 'conflict', 'neither', 'none'],
  kind: ['statement', 'meeting', 'draft', 'issue', 'none'],
} as const

export type Colouring = keyof typeof TONES
/** `fallen` is what rests on nothing that stands any more, whatever it tells. */
export type Tone = (typeof TONES)[Colouring][number] | 'fallen'

/** @param lane the key of the lane that the item is drawn in, `party x` for one of a party */
export function toneOf(
  { fact }: TimelineItem,
  lane: string,
  statement: StatementReply | undefined,
  colouring: Colouring,
): Tone {
  const family = fact.type.split('.')[0] as string
  if (colouring === 'kind') {
    if (family === 'source') return 'issue'
    return TONES.kind.find((tone) => tone === family) ?? 'none'
  }
  const own = (statement?.positions ?? []).filter(({ party }) => `party ${party}` === lane)
  if (own.length === 0) return 'none'
  const sides = new Set(own.map(({ stance }) => sideOf(stance)))
  if (sides.has('for') && sides.has('against')) return 'conflict'
  return sides.has('for') ? 'for' : sides.has('against') ? 'against' : 'neither'
}
