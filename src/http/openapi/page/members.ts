import {
  type DescribedSchema,
  nestedRows,
  phraseOf,
  type SchemaRow,
  wordsOn,
} from '../../../reference/schema-rows.ts'
import { type Html, html, prose } from './html.ts'

/** The section of the page that describes a component. */
export function toComponent(name: string): string {
  return `#schema-${name}`
}

/** A schema in a phrase: the kind of its value, with links to the components that it names. */
export function shape(schema: DescribedSchema): Html {
  return prose(phraseOf(schema, toComponent))
}

/** A component: what it is, then its members, one a row, those of nested objects with their path. */
export function members(schema: DescribedSchema): Html {
  const words = wordsOn(schema)
  const rows = nestedRows(schema, toComponent, '')
  return html`${words === '' ? '' : html`<p>${prose(words)}</p>`}${
    schema.properties === undefined ? html`<p>${shape(schema)}</p>` : ''
  }${memberTable(rows)}`
}

/** Rows of members as a table; nothing if the list is empty. */
export function memberTable(rows: readonly SchemaRow[]): Html {
  if (rows.length === 0) return html``
  const lines = rows.map(({ path, isOptional, value, description }) => {
    const optional = isOptional ? html` <span class="dim">optional</span>` : ''
    return html`<tr><td><code>${path}</code>${optional}</td><td>${prose(value)}</td><td>${prose(description)}</td></tr>`
  })
  return html`<table><thead><tr><th>Member</th><th>Value</th><th></th></tr></thead><tbody>${lines}</tbody></table>`
}
