import type { Claim } from './claim.ts'
import { judgeQuote } from './quotes.ts'
import { type Refusal, refusal } from './refusal.ts'
import { claimsOf, type DecidableEvent } from './registry.ts'
import type { DecisionState } from './state.ts'

/** The states before an event that it is judged by. */
export interface JudgedBy {
  /** Of the entries at its level and below. */
  readonly state: DecisionState
  /** Of the entries that its recorder knows. */
  readonly known: DecisionState
  /** Of all entries. */
  readonly all: DecisionState
}

/** An event under judgement, and how far its claims have been heard. */
interface Case extends JudgedBy {
  /** The entry in whose place the event stands; undefined where it corrects what is not there. */
  readonly root: string | undefined
  readonly introduced: Set<string>
}

/** The faults of one event, judged by the states before it; empty where it can be recorded. */
export function judge(event: DecidableEvent, by: JudgedBy): Refusal[] {
  const hearing: Case = { ...by, root: by.state.rootOf(event), introduced: new Set() }
  const found: Refusal[] = []
  for (const claim of claimsOf(event)) {
    const refused = judgeClaim(claim, hearing)
    if (refused !== undefined) found.push(refused)
  }
  return found
}

function judgeClaim(claim: Claim, hearing: Case): Refusal | undefined {
  const { state, known, root, introduced } = hearing
  switch (claim.claim) {
    case 'introduces': {
      const { kind, id } = claim
      const by = hearing.all.introducer(kind, id)
      const taken = introduced.has(`${kind} ${id}`) || (by !== undefined && by !== (root ?? by))
      introduced.add(`${kind} ${id}`)
      if (!taken) return undefined
      return kind === 'negotiation'
        ? refusal('id_taken', claim.pointer, 'opening_taken', {})
        : refusal('id_taken', claim.pointer, 'id_taken', { kind, id })
    }
    case 'brings':
      introduced.add(`${claim.kind} ${claim.id}`)
      return undefined
    case 'names': {
      const { kind, id } = claim
      if (state.introducer(kind, id) !== undefined || introduced.has(`${kind} ${id}`)) {
        return undefined
      }
      return known.introducer(kind, id) === undefined
        ? refusal('unknown_id', claim.pointer, 'id_unknown', { kind, id })
        : refusal('level_too_low', claim.pointer, 'id_above_level', { kind, id })
    }
    case 'grouping':
      return state.isGrouping(claim.party) === false
        ? refusal('malformed', claim.pointer, 'no_grouping', { party: claim.party })
        : undefined
    case 'member':
      return state.isGrouping(claim.party) === true
        ? refusal('malformed', claim.pointer, 'is_grouping', { party: claim.party })
        : undefined
    case 'singleParty':
      return state.isGrouping(claim.party) === true
        ? refusal('malformed', claim.pointer, 'stays_grouping', { party: claim.party })
        : undefined
    case 'adds': {
      const { counted, most, pointer } = claim
      const total = state.totalWith(claim, root)
      return total > most
        ? refusal('work_limit_exceeded', pointer, 'too_many', { counted, total, most })
        : undefined
    }
    case 'session':
      return state.sessionWindow(claim.meeting) === undefined
        ? refusal('malformed', claim.pointer, 'session_undated', { meeting: claim.meeting })
        : undefined
    case 'quotes':
      return judgeQuote(claim, state.heldText(claim.source))
    case 'corrects':
      return judgeCorrection(claim, hearing)
  }
}

/** A ledger keeps its opening: it can be put right, by another opening, but not taken out. */
function judgeCorrection(
  claim: Extract<Claim, { claim: 'corrects' }>,
  { root, state, known }: Case,
): Refusal | undefined {
  const { target, replacement, pointer } = claim
  if (root === undefined && known.rootOfId(target) !== undefined) {
    return refusal('level_too_low', pointer, 'target_above_level', { target })
  }
  if (root === undefined) {
    return state.isOfLog(target)
      ? refusal('unknown_target', pointer, 'target_not_correctable', { target })
      : refusal('unknown_target', pointer, 'target_unknown', { target, to: 'correct' })
  }
  if (root !== state.introducer('negotiation', '')) return undefined
  if (replacement === undefined) {
    return target === root ? refusal('malformed', pointer, 'opening_voided', {}) : undefined
  }
  return replacement === 'negotiation.opened'
    ? undefined
    : refusal('malformed', '/replacement/type', 'opening_replaced', {})
}
