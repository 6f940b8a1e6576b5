import { type Language, languageOfTag } from '../../words/language.ts'

/** The key under which the choice of the reader is stored, and that of an address for its tab. */
const KEPT = 'language'

/**
 * The language of the page: that of `lang` in an address, which its tab keeps, else the one that the
 * reader chose, else the first that the browser asks for of those that there are words in.
 */
export function languageOfPage(): Language {
  const asked = languageOfTag(new URLSearchParams(location.search).get('lang') ?? '')
  if (asked !== undefined) sessionStorage.setItem(KEPT, asked)
  const wanted = [sessionStorage.getItem(KEPT), localStorage.getItem(KEPT), ...navigator.languages]
  for (const tag of wanted) {
    const language = languageOfTag(tag ?? '')
    if (language !== undefined) return language
  }
  return 'en'
}

/** Loads the page again in a language, which this browser keeps from then on. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT, language)
  sessionStorage.removeItem(KEPT)
  const address = new URL(location.href)
  address.searchParams.delete('lang')
  history.replaceState(null, '', address)
  location.reload()
}
