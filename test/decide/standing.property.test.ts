import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LedgerEvent } from '../../events/registry.ts'
import { Entries } from '../../projections/time/entries.ts'
import { History } from '../../projections/time/history.ts'
import type { DecidableEvent } from '../../src/decide/registry.ts'
import { Standing } from '../../src/decide/standing.ts'
import { Trials } from '../../src/decide/trial.ts'
import { event } from './rule-book.ts'

const step = fc.record({
  does: fc.constantFrom('source', 'other', 'correct', 'replace', 'void'),
  to: fc.nat(),
})

it('settles corrections exactly as the projections do, also after a trial that is taken back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.nat(25), (steps, triedAt) => {
      const history = new History()
      const entries = new Entries(history)
      const trials = new Trials()
      const standing = new Standing(trials)
      const all = [{ does: 'source', to: 0 }, ...steps].map(({ does, to }, index) =>
        eventOf(index, does, event(to % Math.max(index, 1))),
      )
      for (const [index, made] of all.entries()) {
        if (index === triedAt) {
          const trial = trials.begin()
          for (const tried of all.slice(index)) standing.evolve(tried as DecidableEvent)
          trial.takeBack()
        }
        history.revision = index
        entries.apply(made)
        standing.evolve(made as DecidableEvent)
      }
      for (let index = 0; index <= steps.length; index++) {
        const fact = entries.standing(event(index), steps.length)
        const text = fact?.type === 'source.recorded' ? fact.body.text : undefined
        if (isRoot(entries, index)) {
          const holding = standing.of(event(index))
          expect(holding?.kind === 'source' ? holding.text : undefined).toBe(text)
        }
      }
    }),
    { numRuns: 500 },
  )
})

function isRoot(entries: Entries, index: number): boolean {
  return !entries.event(event(index))?.type.startsWith('entry.')
}

function eventOf(index: number, does: string, target: string): LedgerEvent {
  const occurred = { text: '2025', from: '2025-01-01T00:00:00.000Z', until: null }
  const fact =
    does === 'source' || does === 'correct'
      ? { type: 'source.recorded', body: { source: 's', text: `text ${index}` } }
      : { type: 'issue.raised', body: { issue: 'i', title: 'I', proposition: 'I' } }
  const [type, body] =
    does === 'void'
      ? ['entry.voided', { target }]
      : does === 'correct' || does === 'replace'
        ? ['entry.corrected', { target, replacement: { ...fact, schema: 1, occurred } }]
        : [fact.type, fact.body]
  const recordedAt = '2025-12-01T00:00:00.000Z'
  const meta = { revision: index, id: event(index), actor: 'a', recordedAt, occurred }
  return { ...meta, type, body } as unknown as LedgerEvent
}
