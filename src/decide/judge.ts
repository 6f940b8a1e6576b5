import type { Claim, Kind } from './claim.ts'
import { judgeQuote } from './quotes.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import { claimsOf, type Named } from './registry.ts'
import type { DecisionState } from './state.ts'

/** An event under judgement: the state before it, and how far its claims have been heard. */
interface Case {
  readonly state: DecisionState
  /** The entry in whose place the event stands; undefined where it corrects what is not there. */
  readonly root: string | undefined
  readonly introduced: Set<string>
}

/** The faults of one event, judged against the state before it; empty where it can be recorded. */
export function judge(event: Named, state: DecisionState): Refusal[] {
  const hearing: Case = { state, root: state.rootOf(event), introduced: new Set() }
  return claimsOf(event).flatMap((claim) => judgeClaim(claim, hearing) ?? [])
}

function judgeClaim(claim: Claim, { state, root, introduced }: Case): Refusal | undefined {
  switch (claim.claim) {
    case 'introduces': {
      const { kind, id } = claim
      const by = state.introducer(kind, id)
      const taken = introduced.has(`${kind} ${id}`) || (by !== undefined && by !== (root ?? by))
      introduced.add(`${kind} ${id}`)
      return taken ? refusal('id_taken', takenDetail(kind, id), claim) : undefined
    }
    case 'brings':
      introduced.add(`${claim.kind} ${claim.id}`)
      return undefined
    case 'names': {
      const { kind, id } = claim
      if (state.introducer(kind, id) !== undefined || introduced.has(`${kind} ${id}`)) {
        return undefined
      }
      return refusal(
        'unknown_id',
        `Nothing in the ledger introduces ${aKind(kind)} "${id}".`,
        claim,
      )
    }
    case 'grouping':
      return state.isGrouping(claim.party) === false
        ? refusal('malformed', `"${claim.party}" is not listed as a grouping.`, claim)
        : undefined
    case 'member':
      return state.isGrouping(claim.party) === true
        ? refusal('malformed', `A grouping's members are parties; "${claim.party}" is none.`, claim)
        : undefined
    case 'singleParty':
      return state.isGrouping(claim.party) === true
        ? refusal('malformed', `"${claim.party}" is a grouping, and stays one.`, claim)
        : undefined
    case 'session':
      return state.sessionWindow(claim.meeting) === undefined
        ? refusal(
            'malformed',
            `When it was said is left out, and no entry says when meeting "${claim.meeting}" convened or concluded: give occurred.`,
            claim,
          )
        : undefined
    case 'quotes':
      return judgeQuote(claim, state.heldText(claim.source))
    case 'corrects':
      return judgeCorrection(claim, root, state)
  }
}

/** A ledger keeps its opening: it can be put right, by another opening, but not taken out. */
function judgeCorrection(
  claim: Extract<Claim, { claim: 'corrects' }>,
  root: string | undefined,
  state: DecisionState,
): Refusal | undefined {
  const { target, replacement } = claim
  if (root === undefined) {
    const detail = state.isOfLog(target)
      ? `The event ${target} is about the log itself, which no entry corrects.`
      : `The ledger has no event ${target}.`
    return refusal('unknown_target', detail, claim)
  }
  if (root !== state.introducer('negotiation', '')) return undefined
  if (replacement === undefined) {
    const detail = 'The opening of a negotiation cannot be voided; correct it instead.'
    return target === root ? refusal('malformed', detail, claim) : undefined
  }
  const detail = 'The opening of a negotiation can only be replaced by another opening.'
  return replacement === 'negotiation.opened'
    ? undefined
    : refusal('malformed', detail, { pointer: '/replacement/type' })
}

function takenDetail(kind: Kind, id: string): string {
  return kind === 'negotiation'
    ? 'The negotiation is open already.'
    : `The ledger has ${aKind(kind)} "${id}" already.`
}

function refusal(code: RefusalCode, detail: string, at: { readonly pointer: string }): Refusal {
  return { code, detail, pointer: at.pointer }
}

function aKind(kind: Kind): string {
  return kind === 'issue' ? 'an issue' : `a ${kind}`
}
