import { getJson } from '../data/api.ts'

/** A request that was given what is above `public`, as the service lists it. */
export interface ShownRead {
  readonly at: string
  readonly principal: string
  readonly name: string | null
  readonly operation: string
  readonly event: string | null
  readonly level: string
  readonly request: string
}

/** The conditions on reads by their parameters; an empty text is no condition. */
export type ReadConditions = Readonly<Record<'principal' | 'event' | 'since' | 'until', string>>

interface ReadsPage {
  readonly items: readonly ShownRead[]
  readonly nextCursor: string | null
}

/** A page of who read what, the latest first. @throws {ApiError} */
export async function readsOf(
  negotiation: string,
  filter: ReadConditions,
  cursor: string | null,
): Promise<ReadsPage> {
  const given = Object.entries({ ...filter, cursor: cursor ?? '' }).filter(
    ([, text]) => text !== '',
  )
  const query = new URLSearchParams([['limit', '50'], ...given])
  return getJson<ReadsPage>(`/v1/negotiations/${negotiation}/reads?${query}`)
}
