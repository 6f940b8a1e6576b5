import { candidatesIn, type FoundPosition, type Point, type Strand } from './cell.ts'
import { constantAround, type Stretch } from './constant-around.ts'
import { answerOf, type LayerAnswer } from './layer-answer.ts'

interface Kept extends Stretch {
  readonly answer: LayerAnswer<FoundPosition>
  /** The last revision at which a voice got another name. */
  readonly lastRenamed: number
}

/** The last answer from each version of a party's own positions: whoever steps asks for it again. */
const kept = new WeakMap<object, Kept>()

/** The answer where there is no position to answer with. */
const NO_ANSWER = answerOf<FoundPosition>({ latest: () => undefined })

/**
 * The answer of a layer at a point, from the strands of the party and of its groupings.
 *
 * @param lastRenamed the last revision up to it at which a voice got another name
 */
export function answerAt(
  strands: readonly Strand[],
  point: Point,
  lastRenamed: number,
): LayerAnswer<FoundPosition> {
  const { validTime } = point
  const [first] = strands
  if (first === undefined) return NO_ANSWER
  const isOwnAlone = strands.length === 1 && first.via === undefined
  if (first.tree === undefined || !isOwnAlone) return answerOf(candidatesIn(strands, point))
  const last = kept.get(first.tree)
  const isSame = last !== undefined && last.from <= validTime && validTime < last.end
  if (isSame && last.lastRenamed === lastRenamed) return last.answer
  const answer = answerOf(candidatesIn(strands, point))
  const stretch = constantAround(first.tree, validTime)
  if (stretch !== undefined) kept.set(first.tree, { ...stretch, answer, lastRenamed })
  return answer
}
