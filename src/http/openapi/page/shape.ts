import { type Html, html } from './html.ts'

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
}

/** A schema in a phrase: what kind of value it is, with links to the components that it names. */
export function shape(schema: Schema): Html {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) as string
    return html`<a href="#schema-${name}">${name}</a>`
  }
  const alternatives = schema.oneOf ?? schema.anyOf
  if (alternatives !== undefined) return joined(alternatives.map(shape), ' or ')
  if (schema.allOf !== undefined) return joined(schema.allOf.slice(0, 1).map(shape), ' with ')
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum !== undefined) {
    const values = schema.enum.map((value) => html`<code>${String(value)}</code>`)
    return joined(values, ' · ')
  }
  if (schema.items !== undefined) return html`list of ${shape(schema.items)}`
  return html`${[schema.type ?? 'anything'].flat().join(' or ')}`
}

/** The members of an object, one a row; of anything else, what it is. */
export function members(schema: Schema): Html {
  if (schema.properties === undefined) return html`<p>${shape(schema)}</p>`
  const rows = Object.entries(schema.properties).map(([name, member]) => {
    const optional = schema.required?.includes(name) ? '' : html` <span class="dim">optional</span>`
    return html`<tr><td><code>${name}</code>${optional}</td><td>${shape(member)}</td><td>${member.description}</td></tr>`
  })
  return html`<table><thead><tr><th>Member</th><th>Value</th><th></th></tr></thead><tbody>${rows}</tbody></table>`
}

function joined(parts: readonly Html[], by: string): Html {
  return html`${parts.flatMap((part, i) => (i === 0 ? [part] : [by, part]))}`
}
