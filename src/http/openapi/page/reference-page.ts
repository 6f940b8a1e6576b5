import type { OpenApiDocument } from '../document.ts'
import { type HtmlPage, htmlPage } from './document-page.ts'
import { type Html, html, prose } from './html.ts'
import { members } from './members.ts'
import { operationArticle, type ShownOperation } from './operation-article.ts'

/** The description of the API as one page. */
export function referencePage(document: OpenApiDocument): HtmlPage {
  const { info, tags, components } = document
  const operations = shown(document)
  const groups = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags[0] === name)
    return { name, description, own }
  })
  return htmlPage(
    `${info.title}: API`,
    html`${groups.map(({ name, own }) => index(name, own))}
<h2><a href="#schemas">Schemas</a></h2>`,
    html`<h1>${info.title}: API</h1>
<p>${prose(info.description)}</p>
<p>The same in OpenAPI 3.1: <a href="/openapi.json">/openapi.json</a>. Beside it: <a href="/docs/events">what can be recorded</a>, the <a href="/docs/glossary">glossary</a>, <a href="/docs/problems">problems</a>, <a href="/docs/warnings">warnings</a>.</p>
${groups.map(
  ({ name, description, own }) => html`<section><h2>${name}</h2><p>${description}</p>
${own.map(operationArticle)}</section>`,
)}
<section id="schemas"><h2>Schemas</h2>${Object.entries(components.schemas).map(
      ([name, schema]) => html`<article id="schema-${name}"><h3>${name}</h3>
${members(schema)}</article>`,
    )}</section>`,
  )
}

function index(name: string, own: readonly ShownOperation[]): Html {
  const links = own.map(
    ({ operation }) =>
      html`<li><a href="#${operation.operationId}">${operation.operationId}</a></li>`,
  )
  return html`<h2>${name}</h2><ul>${links}</ul>`
}

function shown({ paths }: OpenApiDocument): ShownOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method,
      path,
      operation: operation as ShownOperation['operation'],
    })),
  )
}
