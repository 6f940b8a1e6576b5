import type { EventType } from '../../../events/registry.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { Ledger } from '../data/ledger.ts'
import { withAnswer } from './with-answer.ts'

/** Entries that a ledger has about other entries, or about itself: they tell nothing new of the talks. */
const ABOUT_LEDGER: ReadonlySet<EventType> = new Set<EventType>([
  'entry.released',
  'entry.erased',
  'log.keyRotated',
  'log.moved',
])

/** The most entries about the ledger that are passed over. */
const MOST_PASSED = 100

/** Acts on the last revision up to `at` that tells of the talks; after many that do not, on one of those. */
export function withLastTold(
  shown: Pick<Ledger, 'read'>,
  at: AsOf,
  act: (revision: number) => void,
  revision: number = at.revision,
): void {
  withAnswer(shown.read('event', { event: revision }, at), (reply) => {
    const isPassed = reply !== undefined && ABOUT_LEDGER.has(reply.event.type)
    const isWithin = revision > 0 && at.revision - revision < MOST_PASSED
    if (isPassed && isWithin) withLastTold(shown, at, act, revision - 1)
    else act(revision)
  })
}
