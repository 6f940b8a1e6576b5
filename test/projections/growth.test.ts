import { expect, test } from 'vitest'
import { Projections } from '../../projections/registry.ts'
import { countSteps } from '../steps.ts'
import { eventOf, idOf, type Told } from './given.ts'

const day = (n: number) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10)
const voided = (target: number): Told => ({ type: 'entry.voided', body: { target: idOf(target) } })
const leaked = (publisher?: string) => ({ source: 'leak', ...(publisher && { publisher }) })
const published = (publisher: string): Told => ({
  type: 'entry.corrected',
  body: {
    target: idOf(0),
    replacement: { type: 'source.recorded', occurred: '2025-11-01', ...leaked(publisher) },
  },
})

/** What an anonymous voice says of a party: whose voice it is depends on who published the source. */
const whispered = (n: number): Told => ({
  type: 'statement.recorded',
  occurred: day(n),
  body: {
    statement: `s${n}`,
    speaker: { kind: 'anonymous', describedAs: 'an official' },
    attribution: { level: 'anonymous' },
    positions: [
      {
        ...{ party: 'ua', subject: { kind: 'issue', id: 'army' }, commitment: 'firm' },
        ...{ stance: n % 2 ? 'supports' : 'opposes', redLine: 'no' },
      },
    ],
    evidence: [{ source: 'leak' }],
  },
})

/** Many entries in turn, each of which must not cost more the more of them there were. */
const SHAPES: Record<string, { first: Told[]; next: (n: number) => Told }> = {
  'a chain of voids, each of the one before': {
    first: [{ type: 'issue.raised', body: { issue: 'cap', title: 'Cap' } }],
    next: (n) => voided(n),
  },
  'voids of one entry': {
    first: [{ type: 'issue.raised', body: { issue: 'cap', title: 'Cap' } }],
    next: () => voided(0),
  },
  'a source whose publisher is corrected between the voices that rest on it': {
    first: [{ type: 'source.recorded', body: leaked() }],
    next: (n) => (n % 10 === 9 ? published(`P${n}`) : whispered(n)),
  },
}

/** The most steps that one of the last twenty events takes to fold. */
async function mostSteps({ first, next }: (typeof SHAPES)[string], many: number) {
  const projections = new Projections()
  const all = [...first, ...Array.from({ length: many }, (_, n) => next(n))]
  let recordedAt: string | undefined
  let most = 0
  for (const [revision, told] of all.entries()) {
    const event = eventOf(told, revision, recordedAt)
    recordedAt = event.recordedAt
    const fold = () => projections.apply(event)
    if (revision < all.length - 20) fold()
    else most = Math.max(most, await countSteps(fold))
  }
  return most
}

test.each(Object.keys(SHAPES))(
  '%s: an event costs little more after 2,000 than after 250',
  async (shape) => {
    const [few, many] = [
      await mostSteps(SHAPES[shape] as (typeof SHAPES)[string], 250),
      await mostSteps(SHAPES[shape] as (typeof SHAPES)[string], 2_000),
    ]
    expect(many).toBeLessThan(few * 2 + 500)
  },
)
