import { contradiction, type Found, latestHolding, type Strand } from './cell.ts'

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

/** The answer of a layer at `validTime`, from the strands of the party and of its groupings. */
export function answer(strands: readonly Strand[], validTime: number): LayerAnswer {
  if (strands.length === 0) return NOTHING
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
