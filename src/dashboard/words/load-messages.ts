import type { Language } from '../../words/language.ts'
import type { Messages } from '../../words/messages.ts'
import { setMessages } from './messages.ts'

const PAGES: { readonly [L in Language]: () => Promise<Messages> } = {
  en: async () => (await import('../../words/en/english-page.ts')).englishPage,
  uk: async () => (await import('../../words/uk/ukrainian-page.ts')).ukrainianPage,
}

/** Loads the page's own words in a language, and no other. */
export async function loadMessages(language: Language): Promise<void> {
  setMessages(await PAGES[language]())
}
