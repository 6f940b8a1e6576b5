import type { ServiceRole } from '../../../events/role.ts'
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
    has: (wanted) => book.inService(principal).some(({ role }) => role === wanted),
  }
}

/** The rights with which a request records. */
export function rightsOf({ reach }: { readonly reach: RequestReach }) {
  const { opens, parties } = reach
  return { opens, parties }
}
