import type { Subject } from '../../events/statement.ts'
import type { Found } from './cell.ts'
import type { LayerName } from './layer.ts'
import type { LayerAnswer } from './layer-answer.ts'
import type { PositionView } from './position-view.ts'
import type { Stance } from './side.ts'

/** What one layer answers. Flags that do not apply are absent. */
export interface Layer {
  readonly stance: Stance
  readonly leader: PositionView
  /** The latest two that stand against each other, the later first. */
  readonly conflict?: readonly [PositionView, PositionView]
  /** It leads again because what led was retracted. */
  readonly afterRetraction?: true
  readonly possibly?: true
}

/** The stance of a party on a subject, with both layers that it comes from. */
export interface StanceCell {
  readonly party: string
  readonly subject: Subject
  readonly stance: Stance
  readonly basis: LayerName | null
  readonly possibly: boolean
  readonly declared: Layer | null
  readonly reported: Layer | null
}

/**
 * Both layers together: the declared answer if there is one, else the reported, else `no_record`;
 * `conflicting` where the reported leader is later than the declared one and on the other side.
 */
export function together(
  party: string,
  subject: Subject,
  declared: LayerAnswer,
  reported: LayerAnswer,
  view: (found: Found) => PositionView,
): StanceCell {
  const layers = { declared: layerView(declared, view), reported: layerView(reported, view) }
  const overtaken = overtakes(reported.leader, declared.leader)
  const basis = layers.declared ? 'declared' : layers.reported ? 'reported' : null
  return {
    party,
    subject,
    stance: overtaken
      ? 'conflicting'
      : basis === null
        ? 'no_record'
        : (layers[basis]?.stance as Stance),
    basis,
    possibly: declared.possibly || ((overtaken || basis !== 'declared') && reported.possibly),
    ...layers,
  }
}

function overtakes(reported: Found | undefined, declared: Found | undefined): boolean {
  if (reported === undefined || declared === undefined) return false
  const [theirs, own] = [reported.held.side, declared.held.side]
  const opposite = theirs !== undefined && own !== undefined && theirs !== own
  return opposite && reported.held.from > declared.held.from
}

function layerView(answer: LayerAnswer, view: (found: Found) => PositionView): Layer | null {
  const { leader, conflict, afterRetraction, possibly } = answer
  if (leader === undefined) return null
  return {
    stance: conflict === undefined ? leader.held.position.stance : 'conflicting',
    leader: view(leader),
    ...(conflict !== undefined && { conflict: [view(conflict[0]), view(conflict[1])] as const }),
    ...(afterRetraction && { afterRetraction }),
    ...(possibly && { possibly }),
  }
}
