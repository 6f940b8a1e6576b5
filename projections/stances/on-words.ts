import type { WordChanges } from '../drafts/open-wordings.ts'
import type { WordingRun } from '../drafts/wording-run.ts'
import type { TemporalKey } from '../time/bitemporal.ts'
import { NEVER } from '../time/holding.ts'
import type { ReadCarrier, RevisionWindow } from './draft-acts.ts'
import type { Ending } from './ending.ts'
import type { Held } from './held.ts'
import { act } from './position.ts'
import { type Voice, voiceOf } from './rules/voice.ts'

/** Tells when words in brackets stood open in drafts, who acted on them, and when revisions count. */
export interface WordsInDrafts {
  /** Hands over, once, what the event that is being folded changed. */
  takeChanges(): WordChanges
  /** The window from which a draft revision counts now. */
  windowOf(revision: string): RevisionWindow | undefined
  /** The spans in which the words stood open, as known after `revision`. */
  runsOf(wording: string, revision: number): readonly WordingRun[]
}

export type ActOnWords = NonNullable<WordingRun['act']>

/** The valid times at which what an act on words does to answers may change. */
export function edgesOfRun(run: WordingRun): readonly number[] {
  const { from, until } = run.began.dated
  const ending = endOfRun(run)
  return ending === undefined ? [from, until] : [from, until, ending.from, ending.until]
}

/** The fact that carries the acts which a revision has on words, as they are read. */
export function carrierOfRun({ began }: WordingRun): ReadCarrier {
  return { ...began.carrier, countsFrom: began.dated.dated.occurred }
}

/** The rank at which an act on words in brackets is put in its cell: acts are declared, and have one part. */
export function rankOfAct({ began }: WordingRun): TemporalKey & { readonly part: number } {
  const { from, entry } = began.dated
  return { from, entry, part: 0 }
}

/**
 * A party's act on words in brackets, held from the revision that has it to the one that ends it.
 *
 * @param fact its carrier
 */
export function heldOf(
  run: WordingRun,
  taken: ActOnWords,
  fact: ReadCarrier,
  labelOf: (voice: Voice) => string,
): Held {
  const { from, until } = run.began.dated
  const ending = endOfRun(run)
  const { from: sure, until: lasts } = ending ?? NEVER
  const { party, stance, commitment } = taken
  const position = act({ kind: 'wording', id: run.wording }, { party, stance, commitment })
  const voice = voiceOf(fact, position)
  return {
    ...{ ...rankOfAct(run), until, position, ending, sure, lasts, unretracted: lasts },
    ...{ begins: from, begun: until, isBefore: false, start: { from, until } },
    voice,
    label: labelOf(voice),
    fact,
  }
}

/** The end of the words of a run; undefined while they stand open. */
export function endOfRun({ ended }: WordingRun): Ending | undefined {
  if (ended === undefined) return undefined
  const { from, until, dated, opening } = ended.by.dated
  return { why: ended.why, at: dated.occurred, fact: opening, from, until }
}

/** The end of words in all drafts: an end while another draft had them open does not count. */
export function endsOfWords(runs: readonly WordingRun[]): Ending[] {
  return runs.flatMap((run) => {
    const end = endOfRun(run)
    if (end === undefined) return []
    const isElsewhere = runs.some(
      (other) =>
        other.draft !== run.draft &&
        other.began.dated.from <= end.from &&
        end.from < (other.ended?.by.dated.from ?? Number.POSITIVE_INFINITY),
    )
    return isElsewhere ? [] : [end]
  })
}
