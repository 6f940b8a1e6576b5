type Schema = Record<string, unknown>

interface Alternatives {
  readonly discriminator: { readonly propertyName: string }
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

/**
 * Makes each alternative of a discriminated union a component of its own, since a discriminator
 * counts for references alone: the alternative `party.listed` of `Command` is `PartyListedCommand`.
 */
export function nameAlternatives(components: Record<string, Schema>): Record<string, Schema> {
  const all: Record<string, Schema> = {}
  for (const [name, schema] of Object.entries(components)) {
    const { discriminator, oneOf, anyOf, ...rest } = schema as Schema & Alternatives
    if (discriminator === undefined) {
      all[name] = schema
      continue
    }
    const mapping: Record<string, string> = {}
    const { propertyName } = discriminator
    for (const alternative of oneOf ?? anyOf ?? []) {
      const value = nameIn(alternative, propertyName)
      const component = `${pascal(value)}${name}`
      all[component] = alternative
      mapping[value] = `#/components/schemas/${component}`
    }
    const refs = Object.values(mapping).map(($ref) => ({ $ref }))
    all[name] = { ...rest, oneOf: refs, discriminator: { propertyName, mapping } }
  }
  return all
}

function nameIn({ properties }: Schema, propertyName: string): string {
  return (properties as Record<string, { const: string }>)[propertyName]?.const ?? ''
}

function pascal(text: string): string {
  return text.replace(/(^|[._-])([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
}
