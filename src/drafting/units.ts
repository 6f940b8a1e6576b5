/** A piece of a new text that is to be a clause. */
export interface Unit {
  /** As printed, such as `Article 4` or `(a)`; null if nothing is printed. */
  readonly label: string | null
  readonly heading: string | null
  readonly text: string
  /** 0 at the top level; at most one more than that of the unit before. */
  readonly depth: number
}

/** Units as a list gives them, none deeper than one level below the one before. */
export function levelled(units: readonly Unit[]): Unit[] {
  let last = -1
  return units.map((unit) => {
    last = Math.min(unit.depth, last + 1)
    const { label, heading, text } = unit
    return { label, heading, text, depth: last }
  })
}
