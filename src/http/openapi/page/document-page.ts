import { hash } from 'node:crypto'
import type { ReferencePage, ReferenceSection, ReferenceTable } from '../../../reference/page.ts'
import { Html, html, prose } from './html.ts'
import { STYLE } from './style.ts'

/** A page of HTML that runs nothing and fetches nothing, and the policy that says so. */
export interface HtmlPage {
  readonly html: string
  readonly contentSecurityPolicy: string
}

/** A page of documentation as HTML, with its sections in the margin. */
export function documentPage({ title, introduction, sections }: ReferencePage): HtmlPage {
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)
  return htmlPage(
    title,
    html`<h2>${title}</h2><ul>${links}</ul>`,
    html`<h1>${title}</h1>${paragraphs(introduction)}${sections.map(sectionOf)}`,
  )
}

/** Navigation and contents in the frame that all pages of the documentation share. */
export function htmlPage(title: string, navigation: Html, contents: Html): HtmlPage {
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${new Html(STYLE)}</style></head><body>
<nav aria-label="Contents">${navigation}</nav>
<main>${contents}</main></body></html>`
  const style = hash('sha256', STYLE, 'base64')
  return {
    html: page.text,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
}

function sectionOf({
  id,
  title,
  level,
  paragraphs: texts,
  table,
  example,
}: ReferenceSection): Html {
  const heading = level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`
  const code = example === undefined ? '' : html`<pre>${JSON.stringify(example, null, 2)}</pre>`
  return html`<article id="${id}">${heading}${paragraphs(texts)}${
    table === undefined ? '' : tableOf(table)
  }${code}</article>`
}

function paragraphs(texts: readonly string[]): Html {
  return html`${texts.map((text) => html`<p>${prose(text)}</p>`)}`
}

function tableOf({ head, rows }: ReferenceTable): Html {
  const heads = head.map((text) => html`<th>${text}</th>`)
  const lines = rows.map(
    (cells) => html`<tr>${cells.map((text) => html`<td>${prose(text)}</td>`)}</tr>`,
  )
  return html`<table><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table>`
}
