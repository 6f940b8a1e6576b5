import { describe, expect, it } from 'vitest'
import { Command, type Proposal, recorded } from '../../events/registry.ts'
import { decide } from '../../src/decide/decide.ts'
import { LevelStates } from '../../src/decide/levels.ts'
import type { DecidableEvent } from '../../src/decide/registry.ts'
import { inLongRun } from '../in-long-run.ts'
import { type Generated, generate } from './generate.ts'

const SEEDS = [1, 2, 3, 4, 5]

describe('the generator of ledgers', () => {
  it('makes the same ledger of the same seed, and another of another', () => {
    expect(ledger(7, 500)).toEqual(ledger(7, 500))
    expect(ledger(7, 500)).not.toEqual(ledger(8, 500))
  })

  it('makes a shorter ledger as the beginning of a longer one', () => {
    expect(ledger(3, 400)).toEqual(ledger(3, 900).slice(0, 400))
  })

  const decided = SEEDS.slice(0, inLongRun(5, 2))
  it.each(decided)(
    'makes commands that are well formed and accepted in order (seed %i)',
    (seed) => {
      const made = ledger(seed, 2000)
      const unparsed = made.filter(({ command }) => !Command.safeParse(command).success)
      expect(unparsed).toEqual([])

      const state = new LevelStates()
      for (const { command } of made) {
        const { refusals, trial } = decide(state, [Command.parse(command) as DecidableEvent], {
          pointerTo: () => '',
        })
        expect({ command, refusals }).toEqual({ command, refusals: [] })
        trial.keep()
      }
    },
  )

  it('gives every command a later time and an id of its own', () => {
    const made = ledger(1, 2000)
    const times = made.map(({ recordedAt }) => recordedAt)
    expect(times).toEqual([...new Set(times)].sort())
    expect(new Set(made.map(({ command }) => command.id)).size).toBe(made.length)
  })
})

describe('a generated ledger', () => {
  const made = SEEDS.flatMap((seed) => ledger(seed, 4000))
  const proposals = made.map(({ command }) => Command.parse(command))

  it('holds events of every type but the one that ends a negotiation, releases and erasures', () => {
    const types = new Set(proposals.map(({ type }) => type))
    const missing = Object.keys(recorded).filter((type) => !types.has(type as Proposal['type']))
    expect(missing).toEqual(['negotiation.concluded', 'entry.released', 'entry.erased'])
  })

  it('records about a fifth of its facts days after they happened', () => {
    const late = made.filter(({ recordedAt }, i) => {
      const until = proposals[i]?.occurred.until ?? recordedAt
      return Date.parse(recordedAt) - Date.parse(until) > 3 * 86_400_000
    })
    expect(late.length / made.length).toBeGreaterThan(0.1)
    expect(late.length / made.length).toBeLessThan(0.25)
  })

  it('corrects about one entry in fifty, some of them corrections', () => {
    const corrections = made.filter(({ command }) => command.type.startsWith('entry.'))
    expect(corrections.length / made.length).toBeGreaterThan(0.015)
    expect(corrections.length / made.length).toBeLessThan(0.025)

    const ids = new Set(corrections.map(({ command }) => command.id))
    const again = corrections.filter(
      ({ command }) => 'target' in command && ids.has(command.target),
    )
    const kinds = new Set(again.map(({ command }) => command.type))
    expect(kinds).toEqual(new Set(['entry.corrected', 'entry.voided']))
  })

  it('holds dates that are days, times, months, intervals and open on either side', () => {
    const texts = proposals.map(({ occurred }) => occurred.text)
    for (const form of [
      /^\d{4}-\d\d-\d\d$/,
      /T\d\d:\d\d[+-]\d\d:00$/,
      /^\d{4}-\d\d$/,
      /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/,
      /^\.\.\//,
      /\/\.\.$/,
      /~$/,
    ]) {
      expect(texts.filter((text) => form.test(text)).length).toBeGreaterThan(10)
    }
  })
})

function ledger(seed: number, events: number): Generated[] {
  return [...generate({ seed, events })]
}
