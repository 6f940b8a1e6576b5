/**
 * A text as it stands between the tags of HTML or XML, or in an attribute in double quotes. What
 * neither can hold, not even as a reference, becomes U+FFFD.
 */
export function escaped(text: string): string {
  return text.replace(NO_CHARACTER, '\uFFFD').replace(/[&<>"]/g, (each) => ENTITIES[each] as string)
}

const NO_CHARACTER = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Attributes of an element that holds the page's own words, whatever language the text is in. */
export const OWN_WORDS = 'lang="en" dir="ltr"'

/**
 * A whole page, readable without any other file. It is in the language of its text; where nobody
 * said which that is, the page is in English and its text, by an empty `lang`, in no known language.
 *
 * @param body HTML, whose own words say that they are
 */
export function page(given: {
  readonly title: string
  readonly language: string | null
  readonly body: string
}): string {
  const { language } = given
  const dir = language === null ? 'ltr' : new Intl.Locale(language).getTextInfo().direction
  return `<!doctype html>
<html lang="${escaped(language ?? 'en')}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(given.title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main${language === null ? ' lang=""' : ''}>
<h1 dir="auto">${escaped(given.title)}</h1>
${given.body}
</main>
</body>
</html>
`
}

/** The contents of the `style` element of every page. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
section { margin-block: 1rem; }
section section { margin-inline-start: 1.5rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.notes { font-size: .875rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.changes { font-size: .875rem; font-style: italic; }
ins { text-decoration: underline; font-weight: 600; }
del { text-decoration: line-through; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`
