import type { Claim, Kind } from './claim.ts'
import { judgeQuote } from './quotes.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import { claimsOf, type Named } from './registry.ts'
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
export function judge(event: Named, by: JudgedBy): Refusal[] {
  const hearing: Case = { ...by, root: by.state.rootOf(event), introduced: new Set() }
  return claimsOf(event).flatMap((claim) => judgeClaim(claim, hearing) ?? [])
}

function judgeClaim(claim: Claim, hearing: Case): Refusal | undefined {
  const { state, known, root, introduced } = hearing
  switch (claim.claim) {
    case 'introduces': {
      const { kind, id } = claim
      const by = hearing.all.introducer(kind, id)
      const taken = introduced.has(`${kind} ${id}`) || (by !== undefined && by !== (root ?? by))
      introduced.add(`${kind} ${id}`)
      return taken ? refusal('id_taken', whyTaken(kind, id), claim) : undefined
    }
    case 'brings':
      introduced.add(`${claim.kind} ${claim.id}`)
      return undefined
    case 'names': {
      const { kind, id } = claim
      if (state.introducer(kind, id) !== undefined || introduced.has(`${kind} ${id}`)) {
        return undefined
      }
      if (known.introducer(kind, id) !== undefined) {
        return refusal('level_too_low', `names ${aKind(kind)} "${id}", ${ABOVE}`, claim)
      }
      return refusal(
        'unknown_id',
        `names ${aKind(kind)} "${id}", which nothing in the ledger introduces: correct the id, or record ${INTRODUCED_BY[kind]} before it`,
        claim,
      )
    }
    case 'grouping':
      return state.isGrouping(claim.party) === false
        ? refusal(
            'malformed',
            `names "${claim.party}", which is not listed as a grouping: name one that is`,
            claim,
          )
        : undefined
    case 'member':
      return state.isGrouping(claim.party) === true
        ? refusal(
            'malformed',
            `names "${claim.party}", which is a grouping: name a party that is none, since a grouping's members are parties`,
            claim,
          )
        : undefined
    case 'singleParty':
      return state.isGrouping(claim.party) === true
        ? refusal(
            'malformed',
            `names "${claim.party}", which is a grouping, and stays one: name a party that is none`,
            claim,
          )
        : undefined
    case 'adds': {
      const total = state.totalWith(claim, root)
      const what = `comes to ${total} ${claim.of}, and the limit is ${claim.most}: ${claim.remedy}`
      return total > claim.most ? refusal('work_limit_exceeded', what, claim) : undefined
    }
    case 'session':
      return state.sessionWindow(claim.meeting) === undefined
        ? refusal(
            'malformed',
            `is missing, and no entry says when meeting "${claim.meeting}" convened or concluded: add the date, such as "2026-03-01"`,
            claim,
          )
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
  const { target, replacement } = claim
  if (root === undefined && known.rootOfId(target) !== undefined) {
    return refusal('level_too_low', `names ${target}, ${ABOVE}`, claim)
  }
  if (root === undefined) {
    const what = state.isOfLog(target)
      ? `names ${target}, which is about the log itself, releases or erases an entry, or is erased: name another, since no correction concerns these`
      : `names ${target}, and the ledger has no event of that id: give that of the entry to correct`
    return refusal('unknown_target', what, claim)
  }
  if (root !== state.introducer('negotiation', '')) return undefined
  if (replacement === undefined) {
    const what = 'names the opening of the negotiation, which cannot be voided: correct it instead'
    return target === root ? refusal('malformed', what, claim) : undefined
  }
  const what = 'must be negotiation.opened: an opening is replaced by another opening alone'
  return replacement === 'negotiation.opened'
    ? undefined
    : refusal('malformed', what, { pointer: '/replacement/type' })
}

/** The reason against naming what is above the level of an entry, and the remedy. */
const ABOVE =
  'which is recorded at a higher level: record the entry at that level or above, or leave the name out'

function whyTaken(kind: Kind, id: string): string {
  return kind === 'negotiation'
    ? 'opens a negotiation that is open already: leave it out, or correct the opening'
    : `introduces ${aKind(kind)} "${id}", which the ledger has already: choose another id, or correct that entry`
}

function refusal(code: RefusalCode, what: string, at: { readonly pointer: string }): Refusal {
  return { code, what, pointer: at.pointer }
}

/** The entry that brings in a thing of each kind, as a refusal names it. */
const INTRODUCED_BY: Readonly<Record<Kind, string>> = {
  negotiation: 'negotiation.opened',
  party: 'party.listed',
  person: 'person.named',
  issue: 'issue.raised',
  source: 'source.recorded',
  statement: 'statement.recorded',
  draft: 'draft.tabled',
  revision: 'draft.tabled or draft.revised',
  clause: 'an operation that adds it',
  wording: 'an operation that has it among its alternatives',
  meeting: 'a meeting entry with opens',
}

function aKind(kind: Kind): string {
  return kind === 'issue' ? 'an issue' : `a ${kind}`
}
