import type { Argument, Option } from 'commander'
import type { z } from 'zod'
import type { readRegistry } from '../../reads/registry.ts'
import type { ApiClient, QueryMembers } from '../client.ts'
import type { NameOf } from '../names.ts'
import type { Sheet } from '../terminal/table.ts'

/** The place at which a view is drawn, and with which names. */
export interface Look extends Sheet {
  readonly name: NameOf
}

/** The request of a view that finds its address itself. */
export interface AskedView {
  readonly client: ApiClient
  /** Below which the API has everything of the negotiation. */
  readonly at: string
  /** Parameters that say as of when. */
  readonly moment: QueryMembers
  readonly options: OwnOptions
  /** Arguments of its own, in their order. */
  readonly words: readonly string[]
}

/** Values of the options that only some views have. */
export interface OwnOptions {
  readonly draft?: string
  readonly draftRevision?: string
  readonly from?: string
  readonly to?: string
  readonly only?: string
  readonly clause?: string
  readonly wording?: string
}

/** One read of the API. */
export interface Read {
  /** Below the address of the negotiation. */
  readonly path: string
  readonly query: QueryMembers
}

type Reads = typeof readRegistry

/** Something that can be shown of a negotiation: one read of the API, as JSON or for a person. */
export interface TerminalView {
  /** The read, from which the address and the list of the reply follow. */
  readonly read: keyof Reads
  readonly summary: string
  /** Leads from what is asked to what is read, where the read takes parameters. */
  readonly path?: (asked: AskedView) => Promise<Read>
  /** Arguments of its own, after the negotiation. */
  readonly arguments?: readonly Argument[]
  /** Options of its own. */
  readonly options?: readonly Option[]
  /** True if it takes the number of items and their order. */
  readonly paged?: true
  /** The earlier moment where none is named on any axis, for a view that compares two. */
  readonly compares?: { readonly since?: string }
  draw(reply: never, look: Look): string
}

/** The reply of a read, as the service sends it. */
type ReplyOf<R> = R extends { readonly reply: infer S extends z.ZodType } ? z.output<S> : never

/**
 * @param read the name of the read that is shown; where `path` leads to one of several, of the first
 * @param view whose `draw` takes its reply
 */
export function view<N extends keyof Reads>(
  read: N,
  view: Omit<TerminalView, 'draw' | 'read'> & {
    draw(reply: ReplyOf<Reads[N]>, look: Look): string
  },
): TerminalView {
  return { ...view, read }
}

/** The table, or what to say where it would have no rows. */
export function orNothing(rows: readonly unknown[], nothing: string, draw: () => string): string {
  return rows.length === 0 ? nothing : draw()
}
