import { PersistentMap } from '../time/persistent-map.ts'
import type { Pieces } from '../time/pieces.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import type { BuiltRevision } from './built-revision.ts'
import { type Content, EMPTY } from './clause.ts'
import type { DatedRevision } from './revision-dates.ts'
import { clausesByWording, isSettled, type Wording, wordingIn } from './wording.ts'
import {
  isOfSame,
  isSameBound,
  isSameRun,
  openKeyOf,
  type RunBound,
  type WordingRun,
  type WordsEnd,
  withoutCommon,
} from './wording-run.ts'

/** One revision of a draft of which we have the text, in its place in the order of them. */
export interface TextStep {
  readonly dated: DatedRevision
  readonly built: BuiltRevision
}

type Act = NonNullable<WordingRun['act']>

/** A wording as a text has it, with the runs of it that are open after that text. */
interface Standing {
  readonly wording: Wording
  readonly open: readonly WordingRun[]
}

type Changes = ReadonlyMap<string, ReadonlySet<string>>

/** A text of a draft that was taken, and what it did to the runs. */
export interface Taken {
  readonly step: TextStep
  /** The text that counts before it. */
  readonly before: Taken | undefined
  readonly bound: RunBound
  /** By id: the wordings of which it may say another thing than the text before. */
  readonly wordings: PersistentMap<WordingInText>
  /** Its wordings, by id; undefined of those that earlier texts had. */
  readonly standing: PersistentMap<Standing | undefined>
}

/** The runs of a wording that a text began or ended. */
interface WordingInText {
  readonly id: string
  readonly runs: readonly WordingRun[]
}

/** The texts of a draft that count after one that stays, taken again. */
export interface Retaken {
  /** The earliest first. */
  readonly texts: readonly Taken[]
  /** The runs that texts began or ended and no longer do, those of the latest first. */
  readonly gone: readonly WordingRun[]
  /** The runs that texts begin or end now and did not, those of the earliest first. */
  readonly come: readonly WordingRun[]
}

/**
 * Takes the texts of a draft that count after one that stays. A text that was taken before is looked
 * at again only for wordings in clauses that changed in it, and for those of which other runs are
 * open before it than were.
 *
 * @param old the texts that were taken after `stays` until now, the earliest first
 */
export function* retake(
  draft: string,
  stays: Taken | undefined,
  old: readonly Taken[],
  steps: readonly TextStep[],
): Pieces<Retaken> {
  const places = new Map(old.map(({ step }, place) => [step.dated, place]))
  const differing = new Set<string>()
  /** By place among the old texts. */
  const gone: WordingRun[][] = old.map(() => [])
  const come: WordingRun[] = []
  const texts: Taken[] = []
  let [before, passed] = [stays, 0]
  const passUntil = (end: number) => {
    for (; passed < end; passed++) {
      for (const { id, runs } of old[passed]?.wordings.values() ?? []) {
        differing.add(id)
        gone[passed]?.push(...runs)
      }
    }
  }
  for (const step of steps) {
    yield
    const place = places.get(step.dated) ?? -1
    let was = place < passed ? undefined : old[place]
    if (was && isSameBound(was.bound, boundOf(step))) {
      passUntil(place)
      passed = place + 1
    } else was = undefined
    const changes = was ? changesOf(was, before, step) : changesFrom(before, step)
    for (const id of changes.keys()) differing.add(id)
    const looked = was ? differing : new Set(changes.keys())
    const found = taken(draft, before, was ?? untaken(before, step), step, changes, looked)
    gone[place]?.push(...found.gone)
    come.push(...found.come)
    before = found.text
    texts.push(before)
  }
  passUntil(old.length)
  return { texts, ...(yield* withoutCommon(gone.toReversed().flat(), come)) }
}

/** A text before it is looked at: as the one before it. */
function untaken(before: Taken | undefined, step: TextStep): Taken {
  const standing = before?.standing ?? new PersistentMap<Standing | undefined>()
  return { step, before, bound: boundOf(step), wordings: new PersistentMap(), standing }
}

/** The wordings in clauses in which a text differs from the one before, each with those clauses. */
function changesFrom(before: Taken | undefined, { built: { content } }: TextStep): Changes {
  const earlier = before?.step.built.content ?? EMPTY
  const clauses = content.bracketed.keysChangedFrom(earlier.bracketed)
  return clausesByWording([earlier, content], clauses)
}

/**
 * The wordings of which a text may say another thing than when it was taken: those in clauses that
 * changed in it, each with those clauses, as this text and the one before it have them.
 */
function changesOf(was: Taken, before: Taken | undefined, step: TextStep): Changes {
  const [now, then] = [step.built.content, was.step.built.content]
  const earlier = before?.step.built.content ?? EMPTY
  return clausesByWording([earlier, then, now], now.clauses.keysChangedFrom(then.clauses))
}

/**
 * Takes a text, and gives the runs of the wordings that were looked at, as they were and as they are.
 *
 * @param was the same text as it was taken
 * @param changes the wordings in clauses that are others in it than they were
 * @param differing the wordings to look at: those, and those of which other runs are open before it
 *   than were; those of which the same are open after it are taken out
 */
function taken(
  draft: string,
  before: Taken | undefined,
  was: Taken,
  step: TextStep,
  changes: Changes,
  differing: Set<string>,
): { readonly text: Taken } & Pick<Retaken, 'gone' | 'come'> {
  const { bound } = was
  const { content } = step.built
  const gone: WordingRun[] = []
  const come: WordingRun[] = []
  let { standing, wordings } = was
  for (const id of [...differing]) {
    const stood = standing.get(id)
    const below = before?.standing.get(id)
    const clauses = changes.get(id)
    const wording = clauses ? wordingAmong(content, id, stood, clauses) : stood?.wording
    const now = after(draft, below, { bound, content }, wording)
    const old = wordings.get(id)?.runs ?? []
    gone.push(...old)
    come.push(...now.changed)
    wordings = wordings.with(id, { id, runs: now.changed })
    if (isSameStanding(now.standing, stood)) differing.delete(id)
    else standing = standing.with(id, now.standing)
  }
  return { text: { step, before, bound, wordings, standing }, gone, come }
}

/** A wording as a text has it: in clauses in which it stood, or in some of those that changed. */
function wordingAmong(
  content: Content,
  id: string,
  stood: Standing | undefined,
  changed: ReadonlySet<string>,
): Wording | undefined {
  const places = new Set(stood?.wording.places.map(({ clause }) => clause)).union(changed)
  const inOrder = [...places].sort().flatMap((clause) => content.clauses.get(clause) ?? [])
  return wordingIn(inOrder, id)
}

/** One wording after a text, and the runs of it that the text began or ended. */
function after(
  draft: string,
  before: Standing | undefined,
  text: { readonly bound: RunBound; readonly content: Content },
  wording: Wording | undefined,
): { readonly standing: Standing | undefined; readonly changed: readonly WordingRun[] } {
  const isOpen = wording !== undefined && !wording.isAgreed
  const runs = isOpen ? runsOf(wording, text.bound, draft) : []
  if (before === undefined || before.open.length === 0) {
    return { standing: wording && { wording, open: runs }, changed: runs }
  }
  const begun = new Map(runs.map((run) => [openKeyOf(run), run]))
  const stillOpen: WordingRun[] = []
  const ended: WordingRun[] = []
  for (const run of before.open) {
    if (begun.delete(openKeyOf(run))) stillOpen.push(run)
    else ended.push({ ...run, ended: { by: text.bound, why: whyEnded(before, text.content) } })
  }
  const open = [...stillOpen, ...begun.values()]
  return { standing: wording && { wording, open }, changed: [...ended, ...begun.values()] }
}

function runsOf(wording: Wording, began: RunBound, draft: string): WordingRun[] {
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

export function isSame(one: TextStep, other: TextStep): boolean {
  return one.dated === other.dated && one.built === other.built
}

function boundOf({ dated, built }: TextStep): RunBound {
  let at = built
  while (at.opening.type !== 'draft.revised' && at.base !== undefined) at = at.base
  return { dated, carrier: at.opening as StandingFact<'draft.revised'> }
}

function isSameStanding(one: Standing | undefined, other: Standing | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  if (one.wording !== other.wording || one.open.length !== other.open.length) return false
  return one.open.every((run, n) => {
    const same = other.open[n] as WordingRun
    return isOfSame(run, same) && isSameRun(run, same)
  })
}
