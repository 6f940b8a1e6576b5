import type { Pieces } from '../time/pieces.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import type { Alternative } from './clause.ts'
import type { DatedRevision } from './revision-dates.ts'

/** A draft revision that begins or ends a run: the same while only more of its text is recorded. */
export interface RunBound {
  readonly dated: DatedRevision
  /** The attested revision that has the words: of a reported one, that which attests it. */
  readonly carrier: StandingFact<'draft.revised'>
}

/**
 * The reason why words in brackets no longer stand open: the text dropped them or agrees their
 * clause.
 */
export type WordsEnd = 'dropped' | 'agreed'

/** A span that one revision began and a later one ended: of open words, or of a party's act on them. */
export interface WordingRun {
  readonly draft: string
  readonly wording: string
  /** Undefined of the words themselves. */
  readonly act?: {
    readonly party: string
    /** `undecided`: the party reserves its position. */
    readonly stance: 'proposes' | 'opposes' | 'undecided'
    readonly commitment: Alternative['commitment']
  }
  /** The place of the words when it began. */
  readonly clauses: readonly string[]
  readonly began: RunBound
  readonly ended?: { readonly by: RunBound; readonly why: WordsEnd }
}

/** The key of a run among those that are open at one time. */
export function openKeyOf({ wording, act }: WordingRun): string {
  return act === undefined ? wording : `${wording} ${act.party} ${act.stance} ${act.commitment}`
}

/** True of two runs of the same words, or of the same act on them. */
export function isOfSame(one: WordingRun, other: WordingRun): boolean {
  return (
    one.wording === other.wording &&
    one.act?.party === other.act?.party &&
    one.act?.stance === other.act?.stance &&
    one.act?.commitment === other.act?.commitment
  )
}

export function isSameBound(one: RunBound, other: RunBound): boolean {
  return one.dated === other.dated && one.carrier === other.carrier
}

/** True of two runs under one key that one text began and one text, or none, ended. */
export function isSameRun(one: WordingRun, other: WordingRun): boolean {
  if (!isSameBound(one.began, other.began)) return false
  if (one.ended === undefined || other.ended === undefined) return one.ended === other.ended
  return one.ended.why === other.ended.why && isSameBound(one.ended.by, other.ended.by)
}

/** The runs that went and those that came, without those that are the same in both. */
export function* withoutCommon(
  gone: readonly WordingRun[],
  come: readonly WordingRun[],
): Pieces<{ readonly gone: readonly WordingRun[]; readonly come: readonly WordingRun[] }> {
  if (gone.length === 0 || come.length === 0) return { gone, come }
  const [before, now] = [yield* byKey(gone), yield* byKey(come)]
  return { gone: yield* withoutThose(gone, now), come: yield* withoutThose(come, before) }
}

function* byKey(runs: readonly WordingRun[]): Pieces<ReadonlyMap<string, WordingRun>> {
  const found = new Map<string, WordingRun>()
  for (const run of runs) {
    yield
    found.set(keyOfRun(run), run)
  }
  return found
}

function* withoutThose(
  runs: readonly WordingRun[],
  others: ReadonlyMap<string, WordingRun>,
): Pieces<WordingRun[]> {
  const found: WordingRun[] = []
  for (const run of runs) {
    yield
    const other = others.get(keyOfRun(run))
    if (other === undefined || !isSameRun(run, other)) found.push(run)
  }
  return found
}

function keyOfRun(run: WordingRun): string {
  return `${openKeyOf(run)} ${run.began.dated.entry} ${run.ended?.by.dated.entry}`
}
