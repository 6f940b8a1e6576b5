import { LANGUAGES, type Language } from '../../words/language.ts'
import { chooseLanguage } from '../state/language.ts'
import { messages } from '../words/messages.ts'

/** The languages, each by its own name, so that whoever reads it finds it. */
const NAMES: { readonly [L in Language]: string } = { en: 'English', uk: 'Українська' }

/** The language of the page. Another one loads it again: what is begun in it is kept. */
export function LanguageSelect() {
  return (
    <label class="field-inline">
      <span class="visually-hidden">{messages.shell.language}</span>
      <select
        value={messages.language}
        onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {NAMES[language]}
          </option>
        ))}
      </select>
    </label>
  )
}
