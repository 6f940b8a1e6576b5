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

/**
 * @param lane the key of the lane that the item is drawn in, `party x` for one of a party
 * @param statementOf finds the statement that a fact recorded, by the id of the fact
 */
export function toneOf(
  item: TimelineItem,
  lane: string,
  statementOf: (id: string) => StatementReply | undefined,
  colouring: Colouring,
): Tone {
  if (colouring === 'stance') return sidesIn(item, statementOf).get(lane) ?? 'none'
  const family = item.fact.type.split('.')[0] as string
  if (family === 'source') return 'issue'
  return TONES.kind.find((tone) => tone === family) ?? 'none'
}

type Sides = ReadonlyMap<string, Tone>

const NO_SIDES: Sides = new Map()
const known = new WeakMap<TimelineItem, Sides>()

/** The sides that parties take in an item, by their lanes: of an item that stays the same, found once. */
function sidesIn(
  item: TimelineItem,
  statementOf: (id: string) => StatementReply | undefined,
): Sides {
  if (item.fact.type !== 'statement.recorded') return NO_SIDES
  const kept = known.get(item)
  if (kept !== undefined) return kept
  const sides = new Map<string, Tone>()
  const statement = statementOf(item.fact.id)
  for (const { party, stance } of statement?.positions ?? []) {
    const lane = `party ${party}`
    sides.set(lane, together(sides.get(lane), sideOf(stance) ?? 'neither'))
  }
  if (statement !== undefined) known.set(item, sides)
  return sides
}

/** The tone of what takes several sides: both of them are a conflict, and one outweighs neither. */
function together(one: Tone | undefined, other: Tone): Tone {
  if (one === undefined || one === 'neither' || one === other) return other
  return other === 'neither' ? one : 'conflict'
}
