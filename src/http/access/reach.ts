import type { ServiceRole } from '../../../events/role.ts'
import type { Clearance } from '../../../projections/access/levels.ts'
import type { HeldRole } from '../../../projections/access/roles.ts'
import type { RoleBook } from '../../access/role-book.ts'
import { PLAIN_PLACES, type PlaceTexts } from './place-seal.ts'

/** All that a request may reach beyond what its operation needs. */
export interface RequestReach {
  /** True if the negotiation in the path may be opened, and nothing else be done in it. */
  readonly opens: boolean
  /** The only parties that may be recorded for; undefined for anything. */
  readonly parties: ReadonlySet<string> | undefined
  /** The negotiations that may be read; undefined for all. */
  readable(): readonly string[] | undefined
  mayRead(negotiation: string): boolean
  /** The levels of a negotiation that may be read and recorded at, beside `public`. */
  clearanceIn(negotiation: string): Clearance
  has(role: ServiceRole): boolean
  /** PlaceTexts in lists and streams over all negotiations. */
  readonly places: PlaceTexts
}

/** The reach of everybody where nobody is asked who they are. */
export const UNLIMITED: RequestReach = {
  opens: false,
  parties: undefined,
  readable: () => undefined,
  mayRead: () => true,
  clearanceIn: () => 'all',
  has: () => true,
  places: PLAIN_PLACES,
}

/** The reach of a principal, as the book of roles has it at each question. */
export function reachOf(
  book: RoleBook,
  principal: string,
  { opens = false, parties }: { readonly opens?: boolean; readonly parties?: ReadonlySet<string> },
  places: PlaceTexts,
): RequestReach {
  return {
    opens,
    parties,
    places,
    readable: () => book.negotiationsOf(principal),
    mayRead: (negotiation) => book.in(negotiation, principal).length > 0,
    clearanceIn: (negotiation) => clearanceOf(book.in(negotiation, principal)),
    has: (wanted) => book.inService(principal).some(({ role }) => role === wanted),
  }
}

function clearanceOf(held: readonly HeldRole[]): Clearance {
  return new Set(held.flatMap(({ clearance }) => clearance ?? []))
}

/** The rights with which a request records in a negotiation. */
export function rightsOf({ reach }: { readonly reach: RequestReach }, negotiation: string) {
  const { opens, parties } = reach
  // Whoever opens a negotiation has no role in it yet, and is cleared for all of it from then on.
  return { opens, parties, clearance: opens ? ('all' as const) : reach.clearanceIn(negotiation) }
}
