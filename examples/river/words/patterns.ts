import type { Theme } from '../issues.ts'
import type { Manner } from '../parties.ts'

export type Stance =
  | 'proposes'
  | 'supports'
  | 'no_objection'
  | 'undecided'
  | 'opposes'
  | 'withdrawn'

export type Commitment =
  | 'firm'
  | 'in_principle'
  | 'conditional'
  | 'ad_referendum'
  | 'reserved'
  | 'joins_consensus'
  | 'unspecified'

export type Comparator = 'exactly' | 'about' | 'at_least' | 'at_most' | 'between'

/** The reach that a reason speaks for; `for` and `against` say on which side of the issue. */
export type Side = 'for' | 'against'

/** Sentence patterns of a language for stands. `{issue}`, `{number}` and the like are filled in. */
export interface Patterns {
  /** Opening sentences by the speaker's manner; fewer than half of all statements have one. */
  readonly leads: Readonly<Record<Manner, readonly string[]>>
  /** The sentence that takes the position, in the first person. */
  readonly stances: Readonly<Record<Stance, readonly string[]>>
  readonly number: readonly string[]
  readonly commitments: Readonly<Partial<Record<Commitment, readonly string[]>>>
  readonly redLine: readonly string[]
  readonly conditions: Readonly<Record<string, string>>
  /** Reasons by theme and side; `any` serves every theme. */
  readonly reasons: Readonly<
    Partial<Record<Theme | 'any', Readonly<Record<Side, readonly string[]>>>>
  >
  readonly units: Readonly<Record<string, string>>
  readonly comparators: Readonly<Record<Comparator, string>>
  readonly thousands: string
  readonly point: string
  /** The sentence of a report around words that are quoted: `{words}`, `{name}`, `{office}`, `{party}`. */
  readonly said: readonly string[]
  readonly quotes: readonly [string, string]
}
