import type { Memberships } from '../parties/memberships.ts'
import { edgesOf } from './held.ts'
import type { SubjectCells } from './subject-cells.ts'
import type { Voices } from './voices.ts'

/**
 * A point on an axis where a party's stance may change. `party` is undefined when what may change is
 * which parties are counted.
 */
export type Touch = readonly [at: number, party: string | undefined]

/**
 * The valid times at which stances on a subject may change, as known after `revision`, in no order.
 *
 * @param on the cells on the subject; undefined where there are none
 */
export function* momentsOn(
  on: SubjectCells | undefined,
  memberships: Memberships,
  revision: number,
): Generator<Touch> {
  for (const [holder, cell] of on?.all() ?? []) {
    const parties = [holder, ...memberships.everMembers(holder)]
    for (const index of [cell.declared, cell.reported]) {
      for (const held of index.all(revision)) {
        for (const party of parties) yield* touches(party, edgesOf(held))
      }
    }
  }
  for (const party of memberships.parties()) {
    for (const moment of memberships.moments(party, revision)) {
      yield [moment, party]
      yield [moment, undefined]
    }
  }
}

/** The same for the revisions at which stances on a subject may have changed. */
export function* changesOn(
  on: SubjectCells | undefined,
  memberships: Memberships,
  voices: Voices,
): Generator<Touch> {
  for (const [holder, { declared, reported, sources }] of on?.all() ?? []) {
    // A source plays no part before the first position that it gives.
    const first = Math.min(...declared.changes.slice(0, 1), ...reported.changes.slice(0, 1))
    for (const party of [holder, ...memberships.everMembers(holder)]) {
      yield* touches(party, declared.changes)
      yield* touches(party, reported.changes)
      for (const source of sources) yield* touches(party, voices.changes(source, first))
    }
  }
  for (const party of memberships.parties()) {
    const changes = memberships.changes(party)
    yield* touches(party, changes)
    yield* touches(undefined, changes)
  }
}

/** The touches of one party at some points of an axis. */
function* touches(party: string | undefined, points: Iterable<number>): Generator<Touch> {
  for (const at of points) yield [at, party]
}
