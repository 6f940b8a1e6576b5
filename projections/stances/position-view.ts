import type { Evidence, UncertainDate } from '../../events/envelope.ts'
import type { Speaker } from '../../events/speaker.ts'
import type { Support } from '../evidence/evidence.ts'
import { utteranceOf } from '../statements/utterances.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import type { Held } from './held.ts'
import { carrierOf, type TakenPosition } from './position.ts'
import type { LayerName } from './rules/layer.ts'

/** All that knows whether the evidence of a fact stood after `revision`. */
export interface SupportOf {
  supportOf(fact: StandingFact, revision: number): Support
}

/** One position as a reply shows it. Members that do not apply are absent. */
export interface PositionView {
  readonly carriedBy: { readonly kind: 'statement' | 'draft' | 'revision'; readonly id: string }
  readonly party: string
  /** The grouping whose position it is, where the party answers through one. */
  readonly via: string | null
  readonly layer: LayerName
  readonly stance: TakenPosition['stance']
  readonly commitment: TakenPosition['commitment']
  readonly redLine: TakenPosition['redLine']
  readonly condition?: string
  readonly quantity?: TakenPosition['quantity']
  readonly fit?: TakenPosition['fit']
  readonly rationale?: string
  /** Since when it holds. */
  readonly since: UncertainDate
  /** It was said only to be standing already, with no beginning. */
  readonly alreadyStanding: boolean
  /** The end that it names itself. */
  readonly until: UncertainDate | null
  /** Equal for positions of one voice. */
  readonly voice: string
  readonly attribution: { readonly level: string; readonly phrase?: string } | null
  readonly speaker: Speaker | null
  readonly onBehalfOf: string | null
  /** Revision of the event whose words these are. */
  readonly revision: number
  /** Id of the event in whose place they stand. */
  readonly id: string
  readonly occurred: UncertainDate
  readonly recordedAt: string
  readonly evidence: readonly Evidence[]
  readonly support: Support
}

/** Puts a position into words, as `via` a grouping or as a party's own. */
export function positionView(
  { position, fact }: Held,
  voice: string,
  party: string,
  via: string | null,
  support: Support,
): PositionView {
  const { condition, quantity, fit, rationale } = position
  const said = fact.type === 'statement.recorded' ? fact.body : undefined
  const utterance = said && utteranceOf(said, position.party)
  return {
    carriedBy: carrierOf(fact),
    party,
    via,
    layer: position.layer,
    stance: position.stance,
    commitment: position.commitment,
    redLine: position.redLine,
    ...(condition !== undefined && { condition }),
    ...(quantity !== undefined && { quantity }),
    ...(fit !== undefined && { fit }),
    ...(rationale !== undefined && { rationale }),
    since: position.since ?? fact.countsFrom ?? fact.occurred,
    alreadyStanding: position.since?.from === null,
    until: position.until ?? null,
    voice,
    attribution: said === undefined ? null : attributionView(said.attribution),
    speaker: utterance?.speaker ?? null,
    onBehalfOf: utterance?.onBehalfOf ?? null,
    revision: fact.recordedIn,
    id: fact.id,
    occurred: fact.occurred,
    recordedAt: fact.recordedAt,
    evidence: fact.body.evidence ?? [],
    support,
  }
}

function attributionView({ level, phrase }: { level: string; phrase?: string | undefined }) {
  return phrase === undefined ? { level } : { level, phrase }
}
