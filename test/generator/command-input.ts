import type { z } from 'zod'
import type { FactType, facts } from '../../events/facts.ts'

/** A fact in command form, as a client would post it, its members checked by the compiler. */
export type FactInput<T extends FactType = FactType> = {
  [K in T]: Addressed & { readonly type: K } & z.input<(typeof facts)[K]['body']>
}[T]

export type CorrectionInput = Addressed &
  (
    | {
        readonly type: 'entry.corrected'
        readonly target: string
        readonly reason: 'entry_error'
        readonly replacement: Omit<FactInput, 'id'>
      }
    | {
        readonly type: 'entry.voided'
        readonly target: string
        readonly reason: 'duplicate' | 'entry_error'
      }
  )

export type CommandInput = FactInput | CorrectionInput

interface Addressed {
  /** Event id. */
  readonly id: string
  /** Valid time: the text of an uncertain date. */
  readonly occurred: string
}

/** What a family makes: everything of a fact but its address. */
export type Content<T extends FactType = FactType> = {
  [K in T]: { readonly type: K } & z.input<(typeof facts)[K]['body']>
}[T]
