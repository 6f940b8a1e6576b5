/**
 * A sentence as data: its code, and the parameters of that code. `src/words` renders it, in the
 * language of the reader, who may have names for the ids in it.
 */
export type CodedMessage<Params> = {
  readonly [Code in keyof Params]: { readonly code: Code; readonly params: Params[Code] }
}[keyof Params]

/** The parameters of a code whose sentence names nothing. */
export type NoParams = Readonly<Record<never, never>>
