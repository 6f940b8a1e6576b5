import { type DescribedSchema, nestedRows, wordsOn } from '../../../reference/schema-rows.ts'
import { type Html, html, prose } from './html.ts'
import { memberTable, shape, toComponent } from './members.ts'

type Contents = Readonly<
  Record<
    string,
    {
      readonly schema: DescribedSchema & {
        readonly contentSchema?: { readonly items: DescribedSchema }
      }
      readonly examples?: Readonly<Record<string, { summary: string; value: unknown }>>
    }
  >
>

/** An operation of the document, as the page looks at it. */
export interface ShownOperation {
  readonly method: string
  readonly path: string
  readonly operation: {
    readonly operationId: string
    readonly tags: readonly string[]
    readonly summary: string
    readonly description?: string
    readonly parameters: readonly {
      readonly name: string
      readonly in: string
      readonly required: boolean
      readonly description: string
      readonly schema: DescribedSchema
      readonly example?: string
    }[]
    readonly requestBody?: { readonly content: Contents }
    readonly responses: Readonly<Record<string, { description: string; content?: Contents }>>
  }
}

/** One operation: how to ask it, and what it answers. */
export function operationArticle({ method, path, operation }: ShownOperation): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation
  return html`<article id="${operationId}"><h3>${summary}</h3>
<p class="path"><span class="${method}">${method.toUpperCase()}</span> <code>${path}</code></p>
${description === undefined ? '' : html`<p>${prose(description)}</p>`}
${parameters.length === 0 ? '' : parameterTable(parameters)}
${requestBody === undefined ? '' : html`<h4>Body</h4>${bodies(requestBody.content)}`}
<table><thead><tr><th>Status</th><th>Body</th><th></th></tr></thead><tbody>${Object.entries(
    responses,
  ).map(
    ([status, { description, content }]) =>
      html`<tr><td>${status}</td><td>${content === undefined ? '' : kinds(content)}</td><td>${prose(description)}</td></tr>`,
  )}</tbody></table></article>`
}

function parameterTable(parameters: ShownOperation['operation']['parameters']): Html {
  const rows = parameters.map(
    ({ name, in: place, required, description, schema, example }) =>
      html`<tr><td><code>${name}</code></td><td>${place}${required ? ', required' : ''}</td><td>${shape(schema)}</td><td>${prose(wordsOn({ ...schema, description, examples: [] }))}${
        example === undefined
          ? ''
          : html` <span class="dim">Such as <code>${example}</code>.</span>`
      }</td></tr>`,
  )
  return html`<table><thead><tr><th>Parameter</th><th>In</th><th>Value</th><th></th></tr></thead><tbody>${rows}</tbody></table>`
}

function bodies(content: Contents): Html {
  const examples = Object.values(content).flatMap(({ examples = {} }) => Object.values(examples))
  return html`<p>${kinds(content)}</p>${examples.map(
    ({ summary, value }) =>
      html`<details><summary>${summary}</summary><pre>${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre></details>`,
  )}`
}

function kinds(content: Contents): Html {
  const each = Object.entries(content).map(([type, { schema }]) => {
    const line = schema.contentSchema?.items
    const phrase = line === undefined ? shape(schema) : html`each ${shape(line)}`
    const nested = nestedRows(line ?? schema, toComponent, '')
    const what = html`${phrase}${memberTable(nested)}`
    return type === 'application/json' || type === 'application/problem+json'
      ? html`<div>${what}</div>`
      : html`<div><code>${type}</code> ${what}</div>`
  })
  return html`${each}`
}
