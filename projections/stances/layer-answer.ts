import { contradiction, type Found, latestHolding, type Strand } from './cell.ts'
import { constantAround, type Stretch } from './constant-around.ts'

/** How one layer answers for a party, before it is put into words. */
export interface LayerAnswer {
  readonly leader: Found | undefined
  /** A *for* and an *against* of different voices, the later first. */
  readonly conflict: readonly [Found, Found] | undefined
  readonly afterRetraction: boolean
  /** The leader may not have begun to hold, its predecessor may not have ended, or it wavers. */
  readonly possibly: boolean
}

const NOTHING: LayerAnswer = {
  leader: undefined,
  conflict: undefined,
  afterRetraction: false,
  possibly: false,
}

interface Kept extends Stretch {
  readonly answer: LayerAnswer
}

/** The last answer from each version of a party's own positions: whoever steps asks for it again. */
const kept = new WeakMap<object, Kept>()

/** The answer of a layer at `validTime`, from the strands of the party and of its groupings. */
export function answer(strands: readonly Strand[], validTime: number): LayerAnswer {
  const [first] = strands
  if (first?.tree === undefined) return NOTHING
  if (strands.length > 1 || first.via !== undefined) return answerAnew(strands, validTime)
  const last = kept.get(first.tree)
  if (last !== undefined && last.from <= validTime && validTime < last.end) return last.answer
  const answer = answerAnew(strands, validTime)
  const stretch = constantAround(first.tree, validTime)
  if (stretch !== undefined) kept.set(first.tree, { ...stretch, answer })
  return answer
}

function answerAnew(strands: readonly Strand[], validTime: number): LayerAnswer {
  const standing = strands.filter(({ via }) => via?.member !== false)
  const leader = latestHolding(standing, validTime)
  const mayStillHold = latestHolding(strands, validTime, 'surely')?.held !== leader?.held
  if (leader === undefined) {
    return { leader, conflict: undefined, afterRetraction: false, possibly: mayStillHold }
  }
  const unretracted = latestHolding(standing, validTime, 'unretracted')
  const against = contradiction(standing, leader, validTime)
  const mayNotHoldYet = validTime < leader.held.until || leader.via?.certain === false
  return {
    leader,
    conflict: against === 'one voice' ? undefined : against,
    afterRetraction: unretracted?.held !== leader.held,
    possibly: mayStillHold || mayNotHoldYet || against === 'one voice',
  }
}
