const RULES = new Intl.PluralRules('uk')

/** Forms of a noun by the plural categories that whole numbers have in Ukrainian (CLDR). */
interface Forms {
  readonly one: string
  readonly few: string
  readonly many: string
}

/** A count with the form of the noun that it takes: `1 заява`, `2 заяви`, `5 заяв`. */
export function counted(count: number, forms: Forms): string {
  const category = RULES.select(count)
  return `${count} ${category === 'one' || category === 'few' ? forms[category] : forms.many}`
}
