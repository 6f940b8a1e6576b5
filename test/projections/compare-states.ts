import fc from 'fast-check'
import { expect } from 'vitest'
import {
  type Answer,
  draftAt,
  draftByForce,
  draftHistory,
  talksAt,
  talksByForce,
  talksHistory,
} from './state-by-force.ts'

const day = fc.integer({ min: 0, max: 8 })

/** Compares the status of random drafts with every order that their dates allow. */
export function compareDrafts(runs: number): void {
  fc.assert(
    fc.property(draftHistory, day, (steps, on) => {
      expectAmong(draftAt(steps, on), draftByForce(steps, on))
    }),
    { numRuns: runs },
  )
}

/**
 * The same of random talks: the state that is told, or the other, is among those by force, and where
 * these are several it is marked.
 *
 * @returns how often they were several, and how often one was marked without need.
 */
export function compareTalks(runs: number): { several: number; marked: number; one: number } {
  const seen = { several: 0, marked: 0, one: 0 }
  fc.assert(
    fc.property(talksHistory, day, (steps, on) => {
      const states = talksByForce(steps, on)
      const { state, possibly, orElse } = talksAt(steps, on) as Answer
      const told = possibly ? [state, orElse ?? ''] : [state]
      expect(told.some((one) => states.has(one))).toBe(true)
      if (states.size > 1) expect(possibly).toBe(true)
      seen[states.size > 1 ? 'several' : possibly ? 'marked' : 'one'] += 1
    }),
    { numRuns: runs },
  )
  return seen
}

function expectAmong(answer: Answer | undefined, states: ReadonlySet<string | undefined>): void {
  const named = new Set(states)
  named.delete(undefined)
  expect(answer === undefined, 'is there').toBe(named.size === 0)
  if (answer === undefined) return
  const { state, possibly, orElse } = answer
  expect([...named], 'the state').toContain(state)
  expect(possibly, 'possibly').toBe(states.size > 1)
  expect(orElse === undefined, 'or else').toBe(named.size === 1)
  if (orElse !== undefined) expect([...named].filter((one) => one !== state)).toContain(orElse)
}
