import type { Membership } from '../parties/memberships.ts'
import { BitemporalIndex } from '../time/bitemporal.ts'
import type { History } from '../time/history.ts'
import type { AsOf } from '../time/standing-fact.ts'
import { type Held, type HeldTree, type Reach, reach } from './held.ts'
import { type Candidate, type Candidates, outranks, type Wanted } from './rules/candidates.ts'
import type { LayerName } from './rules/layer.ts'
import type { Voice } from './rules/voice.ts'
import { STANCES } from './side.ts'
import type { Voices } from './voices.ts'

/** The positions of one party on one subject: an index for each layer. */
export class PositionCell {
  readonly declared: BitemporalIndex<Held, Reach>
  readonly reported: BitemporalIndex<Held, Reach>

  readonly #history: History
  #sources: Set<string> | undefined

  constructor(history: History) {
    this.#history = history
    this.declared = new BitemporalIndex(history, reach)
    this.reported = new BitemporalIndex(history, reach)
  }

  of(layer: LayerName): BitemporalIndex<Held, Reach> {
    return layer === 'declared' ? this.declared : this.reported
  }

  /** Notes whose voice a position of the cell is. */
  hears(voice: Voice): void {
    if (typeof voice === 'string' || this.#sources?.has(voice.source)) return
    this.#sources ??= new Set()
    this.#history.changing(() => this.#sources?.delete(voice.source))
    this.#sources.add(voice.source)
  }

  /** The sources whose publishers are voices here. */
  get sources(): Iterable<string> {
    return this.#sources ?? []
  }
}

/** Positions of one layer that a party answers with: its own, or those of a grouping. */
export interface Strand {
  readonly tree: HeldTree
  readonly via: Membership | undefined
}

/** A position, and the grouping through which a party answers with it. */
export interface FoundPosition extends Candidate {
  readonly held: Held
  readonly via: Membership | undefined
}

/** A point on both axes, and the names that voices have there. */
export interface Point extends AsOf {
  readonly voices: Pick<Voices, 'name' | 'isLasting'>
}

/** The positions that hold at a point, found by descents guided by the summaries of the trees. */
export function candidatesIn(strands: readonly Strand[], point: Point): Candidates<FoundPosition> {
  return {
    latest(wanted) {
      let latest: FoundPosition | undefined
      for (const { tree, via } of strands) {
        if (!isAsked(via, wanted)) continue
        const held = search(tree, point, wanted)
        if (held === undefined) continue
        const found = candidate(held, via, point)
        if (latest === undefined || outranks(found, latest)) latest = found
      }
      return latest
    },
  }
}

function isAsked(via: Membership | undefined, { sure, of }: Wanted): boolean {
  if (of !== undefined && (via === undefined) !== (of === 'own')) return false
  return sure !== true || via?.holding !== 'possibly'
}

function candidate(held: Held, via: Membership | undefined, point: Point): FoundPosition {
  const { from, until, entry, part, position, begun, sure } = held
  const { validTime } = point
  const holdsSurely = begun <= validTime && validTime < sure
  return {
    ...{ from, until, entry, part, held, via },
    voice: point.voices.name(held.voice, point.revision),
    stance: position.stance,
    isOwn: via === undefined,
    isSure: holdsSurely && via?.holding !== 'possibly',
  }
}

/** The latest position of a tree that holds and is wanted. */
function search(tree: HeldTree, point: Point, wanted: Wanted): Held | undefined {
  if (tree === undefined || !mayHave(tree.summary, point, wanted)) return undefined
  if (tree.item.from > point.validTime) return search(tree.earlier, point, wanted)
  return (
    search(tree.later, point, wanted) ??
    (isWanted(tree.item, point, wanted) ? tree.item : search(tree.earlier, point, wanted))
  )
}

function isWanted(held: Held, point: Point, wanted: Wanted): boolean {
  const { stances, after, otherVoice } = wanted
  return (
    holds(held, point.validTime, wanted) &&
    (stances === undefined || stances.includes(held.position.stance)) &&
    (after === undefined || held.until > after) &&
    (otherVoice === undefined || point.voices.name(held.voice, point.revision) !== otherVoice)
  )
}

/** False where no position of such a reach can be wanted. */
function mayHave(reach: Reach, { validTime, voices }: Point, wanted: Wanted): boolean {
  const { stances, after = Number.NEGATIVE_INFINITY, otherVoice } = wanted
  if (!holds(reach, validTime, wanted)) return false
  const { label } = reach
  if (otherVoice !== undefined && label === otherVoice && voices.isLasting(label)) return false
  if (stances === undefined) return true
  return STANCES.some((stance, n) => {
    const [lasts, until] = [reach.lastsOf[n] as number, reach.untilOf[n] as number]
    return lasts > validTime && until > after && stances.includes(stance)
  })
}

type Lasting = Pick<Held, 'begins' | 'begun' | 'sure' | 'lasts' | 'unretracted'>

function holds(lasting: Lasting, validTime: number, { sure, unretracted }: Wanted): boolean {
  if (sure === true) return lasting.begun <= validTime && validTime < lasting.sure
  const end = unretracted === true ? lasting.unretracted : lasting.lasts
  return lasting.begins <= validTime && validTime < end
}
