/** Text that is HTML already. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | undefined | readonly (Html | string)[]

/** HTML from a template: what is put in is text, and escaped, unless it is HTML itself. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const put = parts.map((part) => [part ?? ''].flat().map(escaped).join(''))
  return new Html(String.raw({ raw: texts }, ...put))
}

function escaped(part: Html | string | number): string {
  if (part instanceof Html) return part.text
  const named: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }
  return String(part).replace(/[&<>"]/g, (character) => `&${named[character]};`)
}

/** Prose with `code` in backticks and [links](#to-a-section). */
export function prose(text: string): Html {
  const parts = text.split(MARKS).map((part) => {
    if (part.startsWith('`') && part.endsWith('`')) return html`<code>${part.slice(1, -1)}</code>`
    const link = LINK.exec(part)
    return link === null ? part : html`<a href="${link[2]}">${link[1]}</a>`
  })
  return html`${parts}`
}

const MARKS = /(`[^`]+`|\[[^\]`]+\]\(#[^)]*\))/
const LINK = /^\[([^\]]+)\]\((#[^)]*)\)$/
