import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Projections } from '../projections/registry.ts'
import { Chain } from '../src/ledger/decode.ts'
import { type Case, limitOf, single } from './compare.ts'
import { sealedLedger } from './sealed-ledger.ts'
import type { Sized } from './sized.ts'

/** The memory that a folded ledger takes beyond its stored texts, parsed events included. */
export function* memory({ sized }: Sized): Generator<Case> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (const full of [20_000, 100_000]) {
    const texts = JSON.stringify(sealedLedger(1, sized(full)))
    yield single({
      name: `memory of ${sized(full)} folded events, beyond their texts`,
      unit: 'bytes an event',
      goal: { atMost: 1 },
      subject: () => grown(collect, () => folded(texts)) / sized(full),
      peer: limitOf(600, 'bytes an event'),
    })
  }
}

function folded(texts: string): Projections {
  const chain = new Chain('bench')
  const projections = new Projections()
  for (const stored of JSON.parse(texts)) projections.apply(chain.next(stored))
  return projections
}

/** The bytes of heap and external memory that the result of `make` takes. */
function grown(collect: () => void, make: () => unknown): number {
  const taken = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = taken()
  const made = [make()]
  const after = taken()
  made.pop()
  return after - before
}
