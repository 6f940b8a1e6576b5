import { hash } from 'node:crypto'
import type { OpenApiDocument } from '../document.ts'
import { Html, html, prose } from './html.ts'
import { operationArticle, type ShownOperation } from './operation-article.ts'
import { members } from './shape.ts'
import { STYLE } from './style.ts'

/** The document as one page that runs nothing and fetches nothing, and the policy that says so. */
export function referencePage(document: OpenApiDocument) {
  const { info, tags, components } = document
  const operations = shown(document)
  const groups = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags[0] === name)
    return { name, description, own }
  })
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${info.title}: API</title><style>${new Html(STYLE)}</style></head><body>
<nav aria-label="Operations">${groups.map(({ name, own }) => index(name, own))}
<h2><a href="#schemas">Schemas</a></h2></nav>
<main><h1>${info.title}: API</h1>
<p>${prose(info.description)}</p>
<p>The same in OpenAPI 3.1: <a href="/openapi.json">/openapi.json</a>. Problems: <a href="/docs/problems">/docs/problems</a>.</p>
${groups.map(
  ({ name, description, own }) => html`<section><h2>${name}</h2><p>${description}</p>
${own.map(operationArticle)}</section>`,
)}
<section id="schemas"><h2>Schemas</h2>${Object.entries(components.schemas).map(
    ([name, schema]) => html`<article id="schema-${name}"><h3>${name}</h3>
${members(schema)}</article>`,
  )}</section></main></body></html>`
  const style = hash('sha256', STYLE, 'base64')
  return {
    html: page.text,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
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
