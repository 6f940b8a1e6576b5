import { effect, signal } from '@preact/signals'
import { wordingIdOf } from '../../../projections/drafts/wording.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { Ledger } from '../data/ledger.ts'
import { ledger } from './ledger.ts'
import { rested } from './moment.ts'

/** The most characters of words in brackets that serve as their name. */
const LONGEST = 60

const NONE: ReadonlyMap<string, string> = new Map()

/**
 * Clauses by id, as their drafts print them, "Article 2 Quota", and wordings under `wording` and their
 * id, by their words. Told where the slider rests.
 */
export const clauseNames = signal(NONE)

export function followClauseNames(): void {
  effect(() => {
    const [shown, at] = [ledger.value, rested.value]
    if (shown === undefined || at === undefined) return
    let isWanted = true
    read(shown, at).then(
      (names) => {
        if (isWanted) clauseNames.value = names
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  })
}

/** Texts are read only where somebody has a position on a clause. */
async function read(shown: Ledger, at: AsOf): Promise<ReadonlyMap<string, string>> {
  const stances = await shown.read('stances', {}, at)
  if (!stances?.subjects.some(({ kind }) => kind === 'clause' || kind === 'wording')) return NONE
  const drafts = (await shown.read('drafts', {}, at))?.drafts ?? []
  const asked = drafts.flatMap(({ draft, latestAttested: latest }) =>
    latest === null ? [] : shown.read('revision', { draft, id: latest.revision }, at),
  )
  const texts = await Promise.all(asked)
  return new Map(
    texts.flatMap((text) =>
      (text?.clauses ?? []).flatMap(({ id, label, heading, alternatives }) => {
        const printed = [label, heading].filter(Boolean).join(' ')
        const words = alternatives.map((alternative) => {
          const name = `“${alternative.text.slice(0, LONGEST)}” in ${printed || id}`
          return [`wording ${wordingIdOf(id, alternative)}`, name] as const
        })
        return printed === '' ? words : [[id, printed] as const, ...words]
      }),
    ),
  )
}
