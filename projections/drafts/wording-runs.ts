import type { History } from '../time/history.ts'
import { Versioned } from '../time/history.ts'
import { Keyed } from '../time/keyed.ts'
import type { Pieces } from '../time/pieces.ts'
import { isSameRun, openKeyOf, type WordingRun } from './wording-run.ts'
import { isSame, retake, type Taken, type TextStep } from './wording-steps.ts'

/** The changes that one event makes to the runs of a draft. */
export interface RunChanges {
  readonly removed: readonly WordingRun[]
  readonly added: readonly WordingRun[]
}

/**
 * From which revision of a draft to which its words in brackets stood open, and who proposed and who
 * opposed them: worked out when a revision comes, for that revision and those that count after it.
 */
export class WordingRuns {
  readonly #history: History
  /** By draft: the text that was taken last, and through it those before. */
  readonly #taken = new Map<string, Taken>()
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

  /** True if the text was taken as it is, so that a walk can go on after it. */
  hasTaken(draft: string, step: TextStep): boolean {
    for (let at = this.#taken.get(draft); at !== undefined; at = at.before) {
      if (isSame(at.step, step)) return true
    }
    return false
  }

  /**
   * Takes texts of a draft in the order in which they count, in the place of those that were taken
   * after `after`.
   *
   * @param after a text that was taken and stays, with all before it; undefined: none stays
   */
  *walk(
    draft: string,
    steps: readonly TextStep[],
    after: TextStep | undefined,
  ): Pieces<RunChanges> {
    const old: Taken[] = []
    let stays = this.#taken.get(draft)
    for (; stays && !(after && isSame(stays.step, after)); stays = stays.before) old.push(stays)
    const { texts, gone, come } = yield* retake(draft, stays, old.toReversed(), steps)
    this.#set(draft, texts.at(-1) ?? stays)

    const own = this.#own(draft)
    const removed = new Map<string, WordingRun>()
    const added = new Map<string, WordingRun>()
    const replace = (key: string) => {
      const run = own.get(key)
      if (run !== undefined) removed.set(key, run)
    }
    for (const run of gone) {
      yield
      const key = keyOf(run)
      replace(key)
      if (run.ended === undefined) added.delete(key)
      else added.set(key, open(run))
    }
    for (const run of come) {
      yield
      const key = keyOf(run)
      replace(key)
      added.set(key, run)
    }
    for (const [key, run] of added) {
      yield
      const same = removed.get(key)
      if (same === undefined || !isSameRun(same, run)) continue
      removed.delete(key)
      added.delete(key)
    }
    for (const key of removed.keys()) {
      yield
      if (!added.has(key)) this.#put(own, key, undefined)
    }
    for (const [key, run] of added) {
      yield
      this.#put(own, key, run)
    }
    const changes = { removed: [...removed.values()], added: [...added.values()] }
    yield* this.#recordStanding(changes)
    return changes
  }

  *#recordStanding({ removed, added }: RunChanges): Pieces<void> {
    const ofWords = ({ act }: WordingRun) => act === undefined
    const gone = new Set(removed.filter(ofWords))
    const come = Map.groupBy(added.filter(ofWords), ({ wording }) => wording)
    const wordings = new Set([...Array.from(gone, ({ wording }) => wording), ...come.keys()])
    for (const wording of wordings) {
      yield
      const standing = this.#standing.own(wording)
      const left = standing.head.filter((run) => !gone.has(run))
      const runsNow = [...left, ...(come.get(wording) ?? [])]
      standing.set(runsNow.sort((a, b) => a.began.dated.from - b.began.dated.from))
    }
  }

  #put(runs: Map<string, WordingRun>, key: string, run: WordingRun | undefined): void {
    if (this.#history.isTentative) {
      const before = runs.get(key)
      this.#history.changing(() => put(runs, key, before))
    }
    put(runs, key, run)
  }

  #own(draft: string): Map<string, WordingRun> {
    const own = this.#runs.get(draft) ?? new Map<string, WordingRun>()
    this.#runs.set(draft, own)
    return own
  }

  #set(draft: string, taken: Taken | undefined): void {
    const before = this.#taken.get(draft)
    this.#history.changing(() => put(this.#taken, draft, before))
    put(this.#taken, draft, taken)
  }
}

function put<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

function open({ ended: _, ...run }: WordingRun): WordingRun {
  return run
}

function keyOf(run: WordingRun): string {
  return `${openKeyOf(run)} ${run.began.dated.entry}`
}
