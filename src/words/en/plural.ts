const RULES = new Intl.PluralRules('en')

/** Forms of a noun by the plural categories that whole numbers have in English (CLDR). */
interface Forms {
  readonly one: string
  readonly other: string
}

/** A count with the form of the noun that it takes: `1 entry`, `2 entries`. */
export function counted(count: number, forms: Forms): string {
  return `${count} ${RULES.select(count) === 'one' ? forms.one : forms.other}`
}
