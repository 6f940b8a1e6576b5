import type { Query } from '../client.ts'
import type { NameOf } from '../names.ts'
import type { Sheet } from '../terminal/table.ts'

/** Where a view is drawn, and with which names. */
export interface Look extends Sheet {
  readonly name: NameOf
}

/** Something that can be shown of a negotiation: one read of the API, as JSON or for a person. */
export interface View {
  readonly summary: string
  /** Below the address of the negotiation. */
  readonly path: string
  /** The member that is a list, which JSON shows as a line for each of its items. */
  readonly list?: string
  /** Whether it comes in pages. */
  readonly paged?: true
  /** Whether it compares the moment with an earlier one. */
  readonly compares?: true
  /** Parameters of its own. */
  readonly query?: Query
  draw(reply: never, look: Look): string
}

/** @param view whose `draw` takes the reply that its path answers with. */
export function view<Reply>(
  view: Omit<View, 'draw'> & { draw(reply: Reply, look: Look): string },
): View {
  return view as View
}

/** The table, or what to say where it would have no rows. */
export function orNothing(rows: readonly unknown[], nothing: string, draw: () => string): string {
  return rows.length === 0 ? nothing : draw()
}
