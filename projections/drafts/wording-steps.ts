import { PersistentMap } from '../time/persistent-map.ts'
import { type Alternative, type Content, EMPTY } from './clause.ts'
import type { BuiltRevision } from './revision-contents.ts'
import type { DatedRevision } from './revision-dates.ts'
import { isSettled, type Wording, wordingIn, wordingsChanged } from './wording.ts'

/** One revision of a draft of which we have the text, in its place in the order of them. */
export interface TextStep {
  readonly dated: DatedRevision
  readonly built: BuiltRevision
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
  readonly began: TextStep
  readonly ended?: { readonly by: TextStep; readonly why: WordsEnd }
}

type Act = NonNullable<WordingRun['act']>

/** A wording as a text has it, with the runs of it that are open after that text. */
interface Standing {
  readonly wording: Wording
  readonly open: readonly WordingRun[]
}

/** A text of a draft that was taken, and what it did to the runs. */
export interface Taken {
  readonly step: TextStep
  /** The text that counts before it. */
  readonly before: Taken | undefined
  /**
   * The wordings in clauses in which it differs from the text before, as it has them; undefined of
   * one that it has no longer.
   */
  readonly wordings: ReadonlyMap<string, Wording | undefined>
  /** Its wordings, by id; undefined of those that earlier texts had. */
  readonly standing: PersistentMap<Standing | undefined>
  /** The runs that it began or ended. */
  readonly changed: readonly WordingRun[]
}

/** The texts of a draft that count after one that stays, taken again. */
export interface Retaken {
  /** The earliest first. */
  readonly texts: readonly Taken[]
  /** The wordings of which runs may be others than they were. */
  readonly wordings: ReadonlySet<string>
}

/**
 * Takes the texts of a draft that count after one that stays. A text that was taken before, after the
 * same text, is looked at again only for wordings of which other runs are open before it than were.
 *
 * @param old the texts that were taken after `stays` until now, the earliest first
 */
export function retake(
  draft: string,
  stays: Taken | undefined,
  old: readonly Taken[],
  steps: readonly TextStep[],
): Retaken {
  const places = new Map(old.map(({ step }, place) => [step.dated, place]))
  const wordings = new Set<string>()
  const differing = new Set<string>()
  const differ = (taken: Taken | undefined) => {
    for (const id of taken?.wordings.keys() ?? []) {
      wordings.add(id)
      differing.add(id)
    }
  }
  const texts: Taken[] = []
  let [before, passed] = [stays, 0]
  for (const step of steps) {
    const place = places.get(step.dated) ?? -1
    const was = place < passed ? undefined : old[place]
    const isAsItWas = was && isSame(was.step, step) && was.before?.step.built === before?.step.built
    if (isAsItWas) {
      for (; passed < place; passed++) differ(old[passed])
      passed = place + 1
      before = takenAgain(draft, before, was, differing)
    } else {
      before = taken(draft, before, step)
      differ(before)
    }
    texts.push(before)
  }
  for (; passed < old.length; passed++) differ(old[passed])
  return { texts, wordings }
}

function taken(draft: string, before: Taken | undefined, step: TextStep): Taken {
  const { content } = step.built
  const wordings = new Map<string, Wording | undefined>()
  const changed: WordingRun[] = []
  let standing = before?.standing ?? new PersistentMap<Standing | undefined>()
  for (const [id, clauses] of wordingsChanged(before?.step.built.content ?? EMPTY, content)) {
    const old = standing.get(id)
    const places = new Set(old?.wording.places.map(({ clause }) => clause)).union(clauses)
    const inOrder = [...places].sort().flatMap((clause) => content.clauses.get(clause) ?? [])
    const wording = wordingIn(inOrder, id)
    const now = after(draft, old, step, wording)
    wordings.set(id, wording)
    changed.push(...now.changed)
    standing = standing.with(id, now.standing)
  }
  return { step, before, wordings, standing, changed }
}

/**
 * A text that was taken after the same text.
 *
 * @param differing the wordings of which other runs are open before it than were; those of which the
 *   same are open after it are taken out
 */
function takenAgain(
  draft: string,
  before: Taken | undefined,
  was: Taken,
  differing: Set<string>,
): Taken {
  if (differing.size === 0) return { ...was, before }
  const { step, wordings } = was
  const changed = was.changed.filter(({ wording }) => !differing.has(wording))
  let { standing } = was
  for (const id of [...differing]) {
    const below = before?.standing.get(id)
    const now = wordings.has(id)
      ? after(draft, below, step, wordings.get(id))
      : { standing: below, changed: [] }
    changed.push(...now.changed)
    if (isSameStanding(now.standing, standing.get(id))) differing.delete(id)
    else standing = standing.with(id, now.standing)
  }
  return { step, before, wordings, standing, changed }
}

/** One wording after a text, and the runs of it that the text began or ended. */
function after(
  draft: string,
  before: Standing | undefined,
  step: TextStep,
  wording: Wording | undefined,
): { readonly standing: Standing | undefined; readonly changed: readonly WordingRun[] } {
  const isOpen = wording !== undefined && !wording.isAgreed
  const begun = new Map(
    isOpen ? runsOf(wording, step, draft).map((run) => [openKeyOf(run), run]) : [],
  )
  const stillOpen: WordingRun[] = []
  const ended: WordingRun[] = []
  for (const run of before?.open ?? []) {
    if (begun.delete(openKeyOf(run))) stillOpen.push(run)
    else ended.push({ ...run, ended: { by: step, why: whyEnded(before, step.built.content) } })
  }
  const open = [...stillOpen, ...begun.values()]
  return { standing: wording && { wording, open }, changed: [...ended, ...begun.values()] }
}

function runsOf(wording: Wording, began: TextStep, draft: string): WordingRun[] {
  const { id, places, proposers, opponents, reserving, commitment } = wording
  const run = { draft, wording: id, clauses: places.map(({ clause }) => clause), began }
  const acts = (act: Omit<Act, 'party'>, parties: readonly string[]) =>
    parties.map((party) => ({ ...run, act: { party, ...act } }))
  return [
    run,
    ...acts({ stance: 'proposes', commitment }, proposers),
    ...acts({ stance: 'opposes', commitment }, opponents),
    ...acts({ stance: 'undecided', commitment: 'reserved' }, reserving),
  ]
}

/**
 * Brackets go when a clause is agreed: then its words are settled rather than given up. The clauses
 * are those in which the words stood last.
 */
function whyEnded(before: Standing | undefined, content: Content): WordsEnd {
  const places = before?.wording.places ?? []
  const statuses = places.flatMap(({ clause }) => content.clauses.get(clause)?.status ?? [])
  return statuses.length > 0 && statuses.every(isSettled) ? 'agreed' : 'dropped'
}

/** The key of a run among those that are open at one time. */
export function openKeyOf({ wording, act }: WordingRun): string {
  return act === undefined ? wording : `${wording} ${act.party} ${act.stance} ${act.commitment}`
}

export function isSame(one: TextStep, other: TextStep): boolean {
  return one.dated === other.dated && one.built === other.built
}

/** True of two runs under one key that one text began and one text, or none, ended. */
export function isSameRun(one: WordingRun, other: WordingRun): boolean {
  if (!isSame(one.began, other.began)) return false
  if (one.ended === undefined || other.ended === undefined) return one.ended === other.ended
  return isSame(one.ended.by, other.ended.by)
}

function isSameStanding(one: Standing | undefined, other: Standing | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  if (one.wording !== other.wording || one.open.length !== other.open.length) return false
  return one.open.every((run, n) => {
    const same = other.open[n] as WordingRun
    return openKeyOf(run) === openKeyOf(same) && isSameRun(run, same)
  })
}
