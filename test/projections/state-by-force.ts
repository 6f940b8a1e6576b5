import fc from 'fast-check'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { Negotiation } from '../../projections/negotiation.ts'
import { given, type Told } from './given.ts'
import { orders } from './naive-holding.ts'

/** Noon of a day of November 2025, by its number; all is recorded long after. */
const noon = (day: number) => Date.UTC(2025, 10, day, 12)
const RECORDED = '2026-06-01T00:00:00.000Z'

interface Step {
  readonly type: string
  /** The state that it leaves behind. */
  readonly state: string
  readonly body?: object
  readonly from: number
  readonly until: number
}

const day = fc.integer({ min: 1, max: 6 })
const days = fc.tuple(day, day).map((two) => two.toSorted((a, b) => a - b) as [number, number])
const dated = <Kind extends object>(kind: fc.Arbitrary<Kind>) =>
  fc.tuple(kind, days).map(([one, [first, last]]): Kind & Pick<Step, 'from' | 'until'> => ({
    ...one,
    from: Date.UTC(2025, 10, first),
    until: Date.UTC(2025, 10, last + 1),
  }))

const text = (at: number) => new Date(at).toISOString().slice(0, 10)
const told = ({ type, body = {}, from, until }: Step): Told => ({
  ...{ type, body, recordedAt: RECORDED },
  occurred: `${text(from)}/${text(until - 1)}`,
})

/** Told of a thing: the state that it is in, possibly or not, and the other; undefined before it. */
export interface Answer {
  readonly state: string
  readonly possibly: boolean
  readonly orElse: string | undefined
}

const change = (status: string) => ({
  ...{ type: 'draft.statusChanged', state: status, body: { draft: 'd', status } },
})
const tabled = { type: 'draft.tabled', state: 'tabled', body: { draft: 'd' } }
const gone = { type: 'draft.withdrawn', state: 'withdrawn', body: { draft: 'd' } }
const statuses = fc.constantFrom(
  ...[change('consolidated'), change('adopted'), change('lapsed'), gone],
)

/** A draft that is tabled once, with changes of status that may follow. */
export const draftHistory = fc
  .tuple(dated(fc.constant(tabled)), fc.array(dated(statuses), { maxLength: 3 }))
  .map(([start, changes]): Step[] => [start, ...changes.filter(({ until }) => until > start.from)])

export function draftAt(steps: readonly Step[], on: number): Answer | undefined {
  const { drafts, at } = given(steps.map(told), (history) => ({ drafts: new Drafts(history) }))
  const found = drafts.one('d', at(new Date(noon(on)).toISOString()))
  if (found === undefined) return undefined
  const { status, possibly = false, orElse } = found
  return { state: status, possibly, orElse }
}

/** Every state in which a draft may be: whatever follows the tabling comes after it. */
export function draftByForce(steps: readonly Step[], on: number): Set<string | undefined> {
  const found = new Set<string | undefined>()
  for (const { order, before } of orders(steps, noon(on))) {
    if (order[0] === steps[0]) found.add(order[before - 1]?.state)
  }
  return found
}

const talks = fc.constantFrom(
  { type: 'negotiation.suspended', state: 'suspended' },
  { type: 'negotiation.resumed', state: 'open' },
  { type: 'negotiation.concluded', state: 'concluded' },
)

/** Talks that are opened once, with steps that may follow. */
export const talksHistory = fc
  .tuple(
    dated(fc.constant({ type: 'negotiation.opened', state: 'open' })),
    fc.array(dated(talks), { maxLength: 3 }),
  )
  .map(([start, steps]): Step[] => [start, ...steps.filter(({ until }) => until > start.from)])

export function talksAt(steps: readonly Step[], on: number): Answer | undefined {
  const { talks, at } = given(steps.map(told), (history) => ({ talks: new Negotiation(history) }))
  const found = talks.at(at(new Date(noon(on)).toISOString()))
  if (found === undefined) return undefined
  return { state: found.state, possibly: found.possibly ?? false, orElse: found.orElse }
}

/** Every state of talks, in the orders in which the fewest steps have no effect. */
export function talksByForce(steps: readonly Step[], on: number): Set<string> {
  let least = Number.POSITIVE_INFINITY
  let found = new Set<string>()
  for (const { order, before } of orders(steps, noon(on))) {
    if (order[0] !== steps[0]) continue
    const states = ['not_yet_opened']
    let cost = 0
    for (const { state } of order) {
      const now = states.at(-1) as string
      const isIdle = (now === 'open') === (state === 'open')
      // A conclusion has an effect of its own on talks that are suspended.
      if (isIdle) cost += state === 'concluded' ? 1 / 1024 : 1
      states.push(isIdle && state !== 'concluded' ? now : state)
    }
    if (cost > least) continue
    if (cost < least) found = new Set()
    least = cost
    found.add(states[before] as string)
  }
  return found
}
