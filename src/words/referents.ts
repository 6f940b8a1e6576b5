import type { Deed, Referent } from '../../projections/warnings/referent.ts'
import type { Names } from './names.ts'

/** The words of a language for each kind of thing that a warning refers to. */
export type Referents<Phrase> = {
  readonly [K in Referent['kind']]: (
    of: Extract<Referent, { readonly kind: K }>,
    names: Names,
  ) => Phrase
}

/** The words of a language that name a deed, before those for the thing that it is done to. */
export type Deeds = Readonly<Record<Exclude<Deed['done'], 'recorded'>, string>>

/** A thing in those words. */
export function renderReferent<Phrase>(
  referents: Referents<Phrase>,
  of: Referent,
  names: Names,
): Phrase {
  return (referents[of.kind] as (of: Referent, names: Names) => Phrase)(of, names)
}

/** A text with its first letter as a capital, to begin a sentence with. */
export function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
