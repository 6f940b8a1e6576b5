import { effect, signal } from '@preact/signals'
import type { ClauseInText } from '../../../projections/drafts/draft-reply.ts'
import { wordingIdOf } from '../../../projections/drafts/wording.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { Ledger } from '../data/ledger.ts'
import { messages } from '../words/messages.ts'
import { ledger } from './ledger.ts'
import { rested } from './moment.ts'

/** The most characters of words in brackets that serve as their name. */
const LONGEST = 60

/** The printed name of a clause, or of words in brackets, and of the part of the draft that it is in. */
export interface ClauseName {
  readonly name: string
  readonly section: string
  /** The place of the clause among those of its draft. */
  readonly place: number
}

type ClauseNames = ReadonlyMap<string, ClauseName>

const NONE: ClauseNames = new Map()

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
        if (isWanted && !isSame(names, clauseNames.peek())) clauseNames.value = names
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  })
}

/** True where every clause is named alike: what shows names is then not drawn again. */
function isSame(names: ClauseNames, last: ClauseNames): boolean {
  if (names.size !== last.size) return false
  for (const [id, { name, section, place }] of names) {
    const other = last.get(id)
    if (other?.name !== name || other.section !== section || other.place !== place) return false
  }
  return true
}

/** Texts are read only where somebody has a position on a clause. */
async function read(shown: Ledger, at: AsOf): Promise<ClauseNames> {
  const known = await shown.read('subjects', {}, at)
  if (!known?.subjects.some(({ kind }) => kind === 'clause' || kind === 'wording')) return NONE
  const texts = await latestTexts(shown, at)
  return new Map(texts.flatMap(({ clauses }) => [...clauseNamesIn(clauses)]))
}

/** Each draft with the clauses of its latest text: none where no text of it is known. */
export async function latestTexts(shown: Ledger, at: AsOf) {
  const drafts = (await shown.read('drafts', {}, at))?.drafts ?? []
  return Promise.all(
    drafts.map(async ({ draft, title, latestAttested: latest }) => {
      const text =
        latest === null
          ? undefined
          : await shown.read('revision', { draft, draftRevision: latest.draftRevision }, at)
      return { draft, title, clauses: text?.clauses ?? [] }
    }),
  )
}

/** A clause without a heading is named with what it stands within: "Article 2 Quota, 1." */
export function* clauseNamesIn(clauses: readonly ClauseInText[]): Generator<[string, ClauseName]> {
  const path: { depth: number; printed: string; name: string }[] = []
  for (const [place, { id, depth, label, heading, alternatives }] of clauses.entries()) {
    while ((path.at(-1)?.depth ?? -1) >= depth) path.pop()
    const printed = [label, heading].filter(Boolean).join(' ')
    const parts = heading === null ? [path.at(-1)?.name, printed] : [printed]
    const name = parts.filter(Boolean).join(', ')
    path.push({ depth, printed, name })
    const section = path[0]?.printed ?? ''
    if (name !== '') yield [id, { name, section, place }]
    for (const alternative of alternatives) {
      const words = messages.terms.wordsIn(alternative.text.slice(0, LONGEST), name || id)
      yield [`wording ${wordingIdOf(id, alternative)}`, { name: words, section, place }]
    }
  }
}
