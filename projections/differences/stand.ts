import type { Position } from '../../events/position.ts'
import type { Support } from '../evidence/evidence.ts'
import type { LayerName } from '../stances/rules/layer.ts'
import { type Side, type StanceOrNone, sideOf } from '../stances/side.ts'
import type { StanceCell } from '../stances/stance-cell.ts'
import type { Footing } from './apart.ts'

/** The place at which one party stands, as far as it matters beside the others. */
export interface Stand {
  readonly party: string
  readonly stance: StanceOrNone
  readonly basis: LayerName | null
  /** Present if another choice of instants could give another stance or basis. */
  readonly possibly?: true
  /** Present if it may not take part then, since the dates of that are uncertain. */
  readonly mayNotTakePart?: true
  /** Present if a report contradicts what it declared: it counts on its declared side. */
  readonly disputed?: true
  readonly commitment: Position['commitment']
  readonly redLine: Position['redLine']
  readonly quantity?: Position['quantity']
  /** True if the evidence of what decides still stands. */
  readonly support: Support
}

/** @param isSure true if the party surely takes part then */
export function standOf(cell: StanceCell, isSure: boolean): Stand {
  const { party, stance, basis, possibly, declared, reported } = cell
  const leader = (declared ?? reported)?.leader
  const { commitment = 'unspecified', redLine = 'unstated', quantity } = leader ?? {}
  return {
    party,
    stance,
    basis,
    ...(possibly && { possibly }),
    ...(!isSure && { mayNotTakePart: true }),
    ...(isDisputed(cell) && { disputed: true }),
    commitment,
    redLine,
    ...(quantity !== undefined && { quantity }),
    support: leader?.support ?? 'uncited',
  }
}

/**
 * The footing of a party on a subject. One that a report contradicts counts on its declared side; one
 * that contradicts itself may be on either.
 *
 * @param isSure true if the party surely takes part then
 */
export function footingOf(cell: StanceCell, isSure: boolean): Footing {
  const { basis, orElse, declared, reported } = cell
  const layer = declared ?? reported
  const mayNotCount = !isSure || orElse?.stance === 'no_record'
  const counting = mayNotCount ? { mayNotCount } : {}
  if (layer === null || layer.stance === 'conflicting') {
    return { side: undefined, sides: ['for', 'against'], ...counting }
  }
  const side = sideOf(layer.stance)
  const others = [layer.orElse, orElse?.basis === basis ? undefined : orElse]
  const sides = new Set<Side | undefined>([side])
  for (const other of others) {
    if (other !== undefined && other.stance !== 'no_record') sides.add(sideOf(other.stance))
  }
  const quantity = side === 'for' ? layer.leader.quantity : undefined
  return { side, sides: [...sides], ...(quantity !== undefined && { quantity }), ...counting }
}

/** True where the conflict is between what was declared and a report. */
export function isDisputed({ stance, declared }: StanceCell): boolean {
  return stance === 'conflicting' && declared !== null && declared.stance !== 'conflicting'
}
