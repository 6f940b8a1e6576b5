import type { CodedMessage } from '../../../projections/coded-message.ts'
import type { Headline } from '../../../projections/timeline/headline.ts'
import type { WarningParams } from '../../../projections/warnings/warning-params.ts'
import { renderHeadline, renderWarning, type Words } from '../../words/words.ts'
import type { Names } from '../state/use-names.ts'

let loaded: Words | undefined

/** Loads the sentences of headlines and warnings: awaited before anything of a ledger is shown. */
export async function loadSentences(): Promise<void> {
  loaded ??= (await import('../../words/en/english.ts')).english
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
