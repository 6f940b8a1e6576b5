import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Corrected,
  correct,
  outcomeOf,
  type Settled,
  uncorrected,
} from '../../projections/time/corrections.ts'
import { inLongRun } from '../in-long-run.ts'
import { countSteps } from '../steps.ts'

/** Facts are strings; an entry keeps its corrections so that what it comes to can be worked out anew. */
interface Plain {
  readonly says: Settled<string>
  readonly isCorrection: boolean
  readonly corrections: Plain[]
}

/** The rule as it is written: the latest correction that is not itself undone decides. */
function naive({ says, isCorrection, corrections }: Plain): Settled<string> {
  for (const outcome of corrections.map(naive).reverse()) {
    if (outcome !== 'undone') return outcome === 'nothing' && isCorrection ? 'undone' : outcome
  }
  return says
}

class Both {
  readonly #plain: Plain[] = [{ says: 'fact', isCorrection: false, corrections: [] }]
  readonly #entries: Corrected<string>[] = [uncorrected<string>('fact', false)]
  readonly #undo: (() => void)[] = []

  correct(to: number, isVoid: boolean): void {
    const target = to === -1 ? this.#plain.length - 1 : to % this.#plain.length
    const says = isVoid ? 'nothing' : `fact ${this.#plain.length}`
    const plain = { says, isCorrection: true, corrections: [] }
    const entry = uncorrected<string>(says, true)
    const [corrected, its] = [this.#entries[target], this.#plain[target]] as [
      Corrected<string>,
      Plain,
    ]
    const takeBack = correct(corrected, entry)
    its.corrections.push(plain)
    this.#plain.push(plain)
    this.#entries.push(entry)
    this.#undo.push(() => {
      takeBack()
      its.corrections.pop()
      this.#plain.pop()
      this.#entries.pop()
    })
  }

  takeBack(): void {
    this.#undo.pop()?.()
  }

  compare(at: number): void {
    const index = at % this.#plain.length
    expect(outcomeOf(this.#entries[index] as Corrected<string>)).toBe(
      naive(this.#plain[index] as Plain),
    )
  }
}

test('each entry comes to what the rule says, whatever is taken back', () => {
  const step = fc.record({
    does: fc.constantFrom('void', 'correct', 'takeBack'),
    to: fc.oneof(fc.nat(), fc.constant(-1)),
    asked: fc.nat(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const both = new Both()
      for (const { does, to, asked } of steps) {
        if (does === 'takeBack') both.takeBack()
        // Half of the corrections are of the latest entry, so that chains get long.
        else both.correct(to, does === 'void')
        both.compare(asked)
        both.compare(0)
      }
    }),
    { numRuns: inLongRun(500, 100) },
  )
})

/** So many corrections are counted. */
const COUNTED = 100

/** The corrections that are counted, after `many` others: the outcome of the first entry is asked for after each. */
function correctingAfter(many: number, targetOf: (n: number) => number): () => void {
  const entries = [uncorrected<string>('fact', false)]
  const add = (n: number) => {
    const entry = uncorrected<string>('nothing', true)
    correct(entries[targetOf(n)] as Corrected<string>, entry)
    entries.push(entry)
    outcomeOf(entries[0] as Corrected<string>)
  }
  for (let n = 0; n < many; n++) add(n)
  return () => {
    for (let n = many; n < many + COUNTED; n++) add(n)
  }
}

/** A long chain, each link of which has an undone correction: nothing settles half-way. */
const comb = (n: number) => (n % 3 === 0 ? Math.max(0, n - 2) : n)

test.each<[string, (n: number) => number]>([
  ['each voids the one before', (n) => n],
  ['all void the first', () => 0],
  ['all void the latest but one', (n) => Math.max(0, n - 1)],
  ['the chain is a comb', comb],
])('10,000 corrections cost little more each than 1,000, where %s', async (_, targetOf) => {
  const [few, many] = await countSteps(
    correctingAfter(1_000, targetOf),
    correctingAfter(10_000, targetOf),
  )
  expect(many / COUNTED).toBeLessThan((few / COUNTED) * 2 + 200)
  expect(many / COUNTED).toBeLessThan(3_000)
})
