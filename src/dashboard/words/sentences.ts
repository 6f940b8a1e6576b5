import type { CodedMessage } from '../../../events/coded-message.ts'
import type { Headline } from '../../../projections/timeline/headline.ts'
import type { WarningParams } from '../../../projections/warnings/warning-params.ts'
import type { Language } from '../../words/language.ts'
import { renderHeadline, renderWarning, type Words } from '../../words/words.ts'
import type { Names } from '../state/use-names.ts'
import { messages } from './messages.ts'

const WORDS: { readonly [L in Language]: () => Promise<Words> } = {
  en: async () => (await import('../../words/en/english.ts')).english,
  uk: async () => (await import('../../words/uk/ukrainian.ts')).ukrainian,
}

let loaded: Words | undefined

/** Loads the sentences of headlines and warnings: awaited before anything of a ledger is shown. */
export async function loadSentences(): Promise<void> {
  loaded ??= await WORDS[messages.language]()
}

/** A headline as one line, in the language of the page. */
export function headlineText(headline: Headline, names: Names): string {
  return renderHeadline(sentences(), headline, names)
}

/** A warning as a whole sentence, in the language of the page. */
export function warningText(warning: CodedMessage<WarningParams>, names: Names): string {
  return renderWarning(sentences(), warning, names)
}

function sentences(): Words {
  if (loaded === undefined) throw new Error('the sentences of the page are not loaded yet')
  return loaded
}
