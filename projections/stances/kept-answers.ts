import { candidatesIn, type Found, type Strand } from './cell.ts'
import { constantAround, type Stretch } from './constant-around.ts'
import { answerOf, type LayerAnswer } from './layer-answer.ts'

interface Kept extends Stretch {
  readonly answer: LayerAnswer<Found>
}

/** The last answer from each version of a party's own positions: whoever steps asks for it again. */
const kept = new WeakMap<object, Kept>()

/** The answer of a layer at `validTime`, from the strands of the party and of its groupings. */
export function answerAt(strands: readonly Strand[], validTime: number): LayerAnswer<Found> {
  const [first] = strands
  const isOwnAlone = strands.length === 1 && first?.via === undefined
  if (first?.tree === undefined || !isOwnAlone) return answerOf(candidatesIn(strands, validTime))
  const last = kept.get(first.tree)
  if (last !== undefined && last.from <= validTime && validTime < last.end) return last.answer
  const answer = answerOf(candidatesIn(strands, validTime))
  const stretch = constantAround(first.tree, validTime)
  if (stretch !== undefined) kept.set(first.tree, { ...stretch, answer })
  return answer
}
