import type { CorrectionInput, FactInput } from './command-input.ts'
import { dateText, day, instantBefore } from './dates.ts'
import { stance } from './positions.ts'
import { Recent, type World } from './world.ts'

/** An entry that can be put right, and the fact that it comes down to. */
interface Correctable {
  readonly id: string
  readonly fact: FactInput
  /** It is itself a correction, so that to void it is to undo it. */
  readonly corrects: boolean
}

/** Puts entries right: earlier facts, and earlier corrections of them. */
export class Corrections {
  readonly #recent = new Recent<Correctable>(500)

  /** Remembers a fact, so that it may turn out to have been entered wrongly. */
  made(fact: FactInput): void {
    this.#recent.add({ id: fact.id, fact, corrects: false })
  }

  /** A correction of something made before; there has to be something. */
  next(world: World): CorrectionInput {
    const { random } = world
    const target = random.pick(this.#recent.all())
    const id = random.uuid()
    const voided = target.corrects ? random.chance(0.5) : mayGo(target.fact) && random.chance(0.4)
    const fact = voided ? target.fact : variant(world, target.fact)
    this.#recent.add({ id, fact, corrects: true })
    const addressed = { id, occurred: day(world.now), target: target.id }
    if (voided) return { type: 'entry.voided', ...addressed, reason: 'duplicate' }
    const { id: _, ...replacement } = fact
    return { type: 'entry.corrected', ...addressed, reason: 'entry_error', replacement }
  }
}

/** Facts on which nothing else leans may be voided; the rest are corrected. */
function mayGo({ type }: FactInput): boolean {
  return /^(statement|position|grouping|meeting\.(resch|susp|resu)|source\.amended)/.test(type)
}

/** The same fact as it ought to have been entered: another date, other stances. */
function variant(world: World, fact: FactInput): FactInput {
  const { random } = world
  const redated = random.chance(0.6)
  const occurred = redated ? dateText(random, instantBefore(random, world.now)) : fact.occurred
  if (fact.type !== 'statement.recorded' || (redated && random.chance(0.5))) {
    return { ...fact, occurred }
  }
  const positions = fact.positions.map((position) => ({ ...position, stance: stance(world) }))
  return { ...fact, occurred, positions }
}
