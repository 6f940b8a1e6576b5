import type { Subject } from '../../../events/position.ts'
import type { PositionView } from '../position-view.ts'
import { STANCES, sideOf } from '../side.ts'
import type { Layer, OrElse, StanceCell } from '../stance-cell.ts'
import { type Candidate, opposite, stancesOf } from './candidates.ts'
import type { LayerName } from './layer.ts'
import type { LayerAnswer } from './leader.ts'

type View<C> = (found: C) => PositionView

/** The answer of both layers, but for the layers themselves. */
type Answer = Pick<StanceCell, 'stance' | 'basis' | 'possibly' | 'orElse' | 'conflict'>

/**
 * Both layers together: the declared answer if there is one, else the reported, else `no_record`;
 * `conflicting` where the reported leader ranks above the declared one and is on the other side.
 */
export function answerOfBoth<C extends Candidate>(
  party: string,
  subject: Subject,
  declared: LayerAnswer<C>,
  reported: LayerAnswer<C>,
  view: View<C>,
): StanceCell {
  const layers = {
    declared: layerView('declared', declared, view),
    reported: layerView('reported', reported, view),
  }
  const answer =
    layers.declared === null
      ? layers.reported === null
        ? NO_RECORD
        : answerAlone('reported', layers.reported)
      : (answerAcross(declared, reported, view) ?? answerDeclared(layers.declared, layers.reported))
  return { party, subject, ...answer, ...layers, clause: null }
}

const NO_RECORD: Answer = { stance: 'no_record', basis: null, conflict: null }

function answerAlone(basis: LayerName, layer: Layer): Answer {
  const { stance, possibly, orElse, conflict } = layer
  return { stance, basis, ...(possibly && { possibly }), ...(orElse && { orElse }), conflict }
}

/** The declared answer; where that may not hold, the reported one is the other. */
function answerDeclared(declared: Layer, reported: Layer | null): Answer {
  const answer = answerAlone('declared', declared)
  if (reported === null || answer.orElse?.stance !== 'no_record') return answer
  const orElse = { stance: reported.stance, basis: 'reported', position: reported.leader } as const
  return { ...answer, orElse }
}

/** The answer where a report contradicts what was declared, or may do so; undefined where none does. */
function answerAcross<C extends Candidate>(
  declared: LayerAnswer<C>,
  reported: LayerAnswer<C>,
  view: View<C>,
): Answer | undefined {
  const own = declared.leader
  const side = own && declared.conflict === undefined ? sideOf(own.stance) : undefined
  if (own === undefined || side === undefined || reported.leader === undefined) return undefined
  const theirs = reported.leader
  if (sideOf(theirs.stance) === opposite(side) && theirs.from > own.from) {
    const conflict = [view(theirs), view(own)] as const
    const orElse = instead(declared, reported, view)
    const doubt = orElse && ({ possibly: true, orElse } as const)
    return { stance: 'conflicting', basis: 'declared', ...doubt, conflict }
  }
  if (declared.possibly || declared.floor === undefined) return undefined
  const rival = reported.mayLead(stancesOf(opposite(side)), declared.floor.from)
  if (rival === undefined) return undefined
  const orElse = { stance: 'conflicting', basis: 'declared', position: view(rival) } as const
  return { stance: own.stance, basis: 'declared', possibly: true, orElse, conflict: null }
}

/** The answer that there may be instead of a contradiction of two layers; undefined where none may. */
function instead<C extends Candidate>(
  declared: LayerAnswer<C>,
  reported: LayerAnswer<C>,
  view: View<C>,
): OrElse | undefined {
  const [own, theirs] = [declared.leader as C, reported.leader as C]
  const decides = (basis: LayerName, found: C): OrElse => ({
    stance: found.stance,
    basis,
    position: view(found),
  })
  const otherSide = (answer: LayerAnswer<C>, leader: C) =>
    answer.mayLead(STANCES.filter((stance) => sideOf(stance) !== sideOf(leader.stance)))
  if (reported.floor === undefined || otherSide(reported, theirs) !== undefined) {
    return decides('declared', own)
  }
  const another = otherSide(declared, own)
  if (another !== undefined) return decides('declared', another)
  return declared.floor === undefined ? decides('reported', theirs) : undefined
}

function layerView<C extends Candidate>(
  basis: LayerName,
  answer: LayerAnswer<C>,
  view: View<C>,
): Layer | null {
  const { leader, conflict, afterRetraction, possibly, orElse } = answer
  if (leader === undefined) return null
  return {
    stance: conflict === undefined ? leader.stance : 'conflicting',
    leader: view(leader),
    conflict: conflict === undefined ? null : [view(conflict[0]), view(conflict[1])],
    ...(afterRetraction && { afterRetraction }),
    ...(possibly && { possibly, orElse: elseView(basis, orElse, view) }),
  }
}

function elseView<C extends Candidate>(
  basis: LayerName,
  found: C | undefined,
  view: View<C>,
): OrElse {
  if (found === undefined) return { stance: 'no_record', basis: null, position: null }
  return { stance: found.stance, basis, position: view(found) }
}
