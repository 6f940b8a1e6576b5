import type { englishPage } from './en/english-page.ts'

/** The words of the page itself, by the parts of the page: each language has what English has. */
export type Messages = typeof englishPage
