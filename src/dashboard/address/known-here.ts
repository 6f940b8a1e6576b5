import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { Ledger } from '../data/ledger.ts'
import type { ParamsOf, ReadingName, ReplyOf } from '../data/readings.ts'

/** The ledger as of the moment shown, to which the values of an address are held. */
export interface KnownHere {
  /** The last revision of the ledger. */
  readonly head: number
  /** Now, in milliseconds. */
  readonly now: number
  read<N extends ReadingName>(name: N, params: ParamsOf<N>): Promise<ReplyOf<N> | undefined>
}

export function knownHere(shown: Ledger, at: AsOf, now: number): KnownHere {
  return {
    head: shown.head,
    now,
    read: async (name, params) => shown.read(name, params, at),
  }
}
