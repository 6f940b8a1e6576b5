/** A text as it stands between the tags of HTML or XML, or in an attribute in double quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] as string)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** A whole page, readable without any other file. */
export function page(given: {
  readonly title: string
  readonly language: string | null
  readonly body: string
}): string {
  const lang = given.language === null ? '' : ` lang="${escaped(given.language)}"`
  return `<!doctype html>
<html${lang}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(given.title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1 dir="auto">${escaped(given.title)}</h1>
${given.body}
</main>
</body>
</html>
`
}

/** What stands in the `style` element of every page. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
section { margin-block: 1rem; }
section section { margin-inline-start: 1.5rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.changes { font-size: .875rem; font-style: italic; }
ins { text-decoration: underline; font-weight: 600; }
del { text-decoration: line-through; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`
