import type { History } from '../time/history.ts'
import { Versioned } from '../time/history.ts'
import { Keyed } from '../time/keyed.ts'
import type { Alternative, Content } from './clause.ts'
import type { BuiltRevision } from './revision-contents.ts'
import type { DatedRevision } from './revision-dates.ts'
import { isSettled, type Wording, wordingsIn } from './wording.ts'

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
    readonly stance: 'proposes' | 'opposes'
    readonly commitment: Alternative['commitment']
  }
  /** The place of the words when it began. */
  readonly clauses: readonly string[]
  readonly began: TextStep
  readonly ended?: { readonly by: TextStep; readonly why: WordsEnd }
}

/** The changes that one event makes to the runs of a draft. */
export interface RunChanges {
  readonly removed: readonly WordingRun[]
  readonly added: readonly WordingRun[]
}

/** The state of a draft between two events. */
interface Walked {
  readonly last: TextStep | undefined
  /** The runs that are open before and after the last step, and those that it began or ended. */
  readonly before: Runs
  readonly after: Runs
  readonly changed: readonly WordingRun[]
}

type Runs = ReadonlyMap<string, WordingRun>

const NOTHING: Walked = { last: undefined, before: new Map(), after: new Map(), changed: [] }

/**
 * From which revision of a draft to which its words in brackets stood open, and who proposed and who
 * opposed them: worked out when a revision comes, for that revision alone where it is the latest.
 */
export class WordingRuns {
  readonly #history: History
  readonly #walked = new Map<string, Walked>()
  /** By draft: its runs by their keys. */
  readonly #runs = new Map<string, Map<string, WordingRun>>()
  /** By wording: the runs of the words themselves, in the order in which they began. */
  readonly #standing: Keyed<Versioned<readonly WordingRun[]>>

  constructor(history: History) {
    this.#history = history
    this.#standing = new Keyed(history, () => new Versioned<readonly WordingRun[]>(history, []))
  }

  /** The runs of a wording's words, in every draft, as known after `revision`. */
  of(wording: string, revision: number): readonly WordingRun[] {
    return this.#standing.get(wording)?.at(revision) ?? []
  }

  /** The text of a draft that was taken last. */
  last(draft: string): TextStep | undefined {
    return this.#walked.get(draft)?.last
  }

  /**
   * Takes texts of a draft, in the order in which they count.
   *
   * @param from what they are: all texts of the draft, another state of the last, or one after it
   */
  walk(
    draft: string,
    steps: readonly TextStep[],
    from: 'the first' | 'the last' | 'after the last',
  ): RunChanges {
    const last = this.#walked.get(draft) ?? NOTHING
    const goesOn = from === 'after the last'
    const repeats = from === 'the last'
    const removed = new Map<string, WordingRun>()
    const added = new Map<string, WordingRun>()
    if (!goesOn) {
      const taken = repeats ? last.changed : [...this.#own(draft).values()]
      for (const run of taken) {
        removed.set(keyOf(run), run)
        if (repeats && run.ended !== undefined) added.set(keyOf(run), open(run))
      }
    }
    let before: Runs = goesOn ? last.after : repeats ? last.before : new Map()
    let after = before
    let changed = goesOn ? last.changed : []
    for (const step of steps) {
      before = after
      const taken = take(before, step, draft)
      after = taken.after
      changed = taken.changed
      for (const run of changed) {
        const old = this.#own(draft).get(keyOf(run))
        if (old !== undefined) removed.set(keyOf(run), old)
        added.set(keyOf(run), run)
      }
    }
    this.#set(draft, { last: steps.at(-1), before, after, changed })
    const changes = { removed: [...removed.values()], added: [...added.values()] }
    this.#record(draft, changes)
    return changes
  }

  #record(draft: string, { removed, added }: RunChanges): void {
    const runs = this.#own(draft)
    const wordings = new Set<string>()
    for (const run of removed) this.#put(runs, keyOf(run), undefined)
    for (const run of added) this.#put(runs, keyOf(run), run)
    for (const run of [...removed, ...added]) if (run.act === undefined) wordings.add(run.wording)
    for (const wording of wordings) {
      const gone = new Set(removed)
      const come = added.filter((run) => run.act === undefined && run.wording === wording)
      const standing = this.#standing.own(wording)
      const left = standing.head.filter((run) => !gone.has(run))
      standing.set([...left, ...come].sort((a, b) => a.began.dated.from - b.began.dated.from))
    }
  }

  #put(runs: Map<string, WordingRun>, key: string, run: WordingRun | undefined): void {
    const before = runs.get(key)
    this.#history.changing(() => set(runs, key, before))
    set(runs, key, run)
  }

  #own(draft: string): Map<string, WordingRun> {
    const own = this.#runs.get(draft) ?? new Map<string, WordingRun>()
    this.#runs.set(draft, own)
    return own
  }

  #set(draft: string, walked: Walked): void {
    const before = this.#walked.get(draft) ?? NOTHING
    this.#history.changing(() => this.#walked.set(draft, before))
    this.#walked.set(draft, walked)
  }
}

function set(runs: Map<string, WordingRun>, key: string, run: WordingRun | undefined): void {
  if (run === undefined) runs.delete(key)
  else runs.set(key, run)
}

/** The runs that are open after a revision, and those that it begins or ends. */
function take(before: Runs, step: TextStep, draft: string) {
  const wordings = wordingsIn(step.built.content)
  const present = new Map(
    [...wordings.values()]
      .filter(({ isAgreed }) => !isAgreed)
      .flatMap((wording) => runsOf(wording, step, draft))
      .map((run) => [openKeyOf(run), run]),
  )
  const after = new Map<string, WordingRun>()
  const changed: WordingRun[] = []
  for (const [key, run] of before) {
    if (present.has(key)) after.set(key, run)
    else changed.push({ ...run, ended: { by: step, why: whyEnded(run, step.built.content) } })
  }
  for (const [key, run] of present) {
    if (after.has(key)) continue
    after.set(key, run)
    changed.push(run)
  }
  return { after, changed }
}

function runsOf(wording: Wording, began: TextStep, draft: string): WordingRun[] {
  const { id, places, proposers, opponents, commitment } = wording
  const run = { draft, wording: id, clauses: places.map(({ clause }) => clause), began }
  const acts = (stance: 'proposes' | 'opposes', parties: readonly string[]) =>
    parties.map((party) => ({ ...run, act: { party, stance, commitment } }))
  return [run, ...acts('proposes', proposers), ...acts('opposes', opponents)]
}

/** Brackets go when a clause is agreed: then its words are settled rather than given up. */
function whyEnded({ clauses }: WordingRun, content: Content): WordsEnd {
  const statuses = clauses.flatMap((clause) => content.clauses.get(clause)?.status ?? [])
  return statuses.length > 0 && statuses.every(isSettled) ? 'agreed' : 'dropped'
}

function open({ ended: _, ...run }: WordingRun): WordingRun {
  return run
}

function openKeyOf({ wording, act }: WordingRun): string {
  return act === undefined ? wording : `${wording} ${act.party} ${act.stance} ${act.commitment}`
}

function keyOf(run: WordingRun): string {
  return `${openKeyOf(run)} ${run.began.dated.entry}`
}
