import { candidatesIn, type FoundPosition, type Point, type Strand } from './cell.ts'
import { constantAround, type Stretch } from './constant-around.ts'
import type { HeldTree } from './held.ts'
import { answerOf, type LayerAnswer } from './rules/leader.ts'

interface Kept extends Stretch {
  readonly strands: readonly Strand[]
  readonly answer: LayerAnswer<FoundPosition>
  /** The last revision at which a voice got another name. */
  readonly lastRenamed: number
}

/** The answer where there is no position to answer with. */
const NO_ANSWER = answerOf<FoundPosition>({ latest: () => undefined })

/** The answers kept of each: of both moments of a comparison. */
const KEPT = 2

/**
 * The last answers of each party from each version of the positions that come first in it, its own or
 * those of a grouping: whoever steps asks for them again, and is given the same objects.
 */
export class KeptAnswers {
  readonly #kept = new WeakMap<NonNullable<HeldTree>, Map<string, readonly Kept[]>>()

  /**
   * The answer of a layer at a point, from the strands of the party and of its groupings.
   *
   * @param lastRenamed the last revision up to it at which a voice got another name
   */
  at(
    party: string,
    strands: readonly Strand[],
    point: Point,
    lastRenamed: number,
  ): LayerAnswer<FoundPosition> {
    const first = strands[0]?.tree
    if (first === undefined) return NO_ANSWER
    const { validTime } = point
    const ofParties = this.#kept.get(first) ?? new Map<string, readonly Kept[]>()
    const kept = ofParties.get(party) ?? []
    for (const last of kept) {
      const isWithin = last.from <= validTime && validTime < last.end
      if (isWithin && last.lastRenamed === lastRenamed && isSame(last.strands, strands)) {
        return last.answer
      }
    }
    const answer = answerOf(candidatesIn(strands, point))
    const stretch = constantIn(strands, validTime)
    if (stretch === undefined) return answer
    const made = { ...stretch, strands, answer, lastRenamed }
    ofParties.set(party, [made, ...kept].slice(0, KEPT))
    this.#kept.set(first, ofParties)
    return answer
  }
}

/** True if the same positions are answered with, through the same groupings, as surely. */
function isSame(a: readonly Strand[], b: readonly Strand[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ tree, via }, place) => {
      const other = b[place] as Strand
      return (
        tree === other.tree &&
        via?.grouping === other.via?.grouping &&
        via?.holding === other.via?.holding
      )
    })
  )
}

/** The stretch in which all strands answer alike, but for who is a member. */
function constantIn(strands: readonly Strand[], validTime: number): Stretch | undefined {
  let [from, end] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { tree } of strands) {
    const stretch = constantAround(tree, validTime)
    if (stretch === undefined) return undefined
    from = Math.max(from, stretch.from)
    end = Math.min(end, stretch.end)
  }
  return { from, end }
}
