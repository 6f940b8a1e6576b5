import type { Words } from '../../words/words.ts'

let loaded: Words | undefined

/** Loads the sentences of headlines and warnings: awaited before anything of a ledger is shown. */
export async function loadSentences(): Promise<void> {
  loaded ??= (await import('../../words/en/english.ts')).english
}

/** The sentences of headlines and warnings, in the language of the page. */
export function sentences(): Words {
  if (loaded === undefined) throw new Error('the sentences of the page are not loaded yet')
  return loaded
}
