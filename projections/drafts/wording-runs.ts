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

    const moves = yield* movesOf(gone, come)
    const removed: WordingRun[] = []
    const added: WordingRun[] = []
    for (const move of moves.values()) {
      yield
      const [before, now] = [runBefore(move), runNow(move)]
      if (before !== undefined && now !== undefined && isSameRun(before, now)) continue
      if (before !== undefined) removed.push(before)
      if (now !== undefined) added.push(now)
    }
    const changes = { removed, added }
    yield* this.#record(changes)
    return changes
  }

  *#record({ removed, added }: RunChanges): Pieces<void> {
    const gone = ofWords(removed)
    const come = ofWords(added)
    for (const wording of new Set([...gone.keys(), ...come.keys()])) {
      yield
      const standing = this.#standing.own(wording)
      const left = standing.head.filter(
        (run) => gone.get(wording)?.some((one) => isSameStart(one, run)) !== true,
      )
      const runsNow = [...left, ...(come.get(wording) ?? [])]
      standing.set(runsNow.sort((a, b) => a.began.dated.from - b.began.dated.from))
    }
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

/** A run as the texts that are taken again had it, and as they have it: as it began, and as it ended. */
interface Move {
  goneBegun?: WordingRun
  goneEnded?: WordingRun
  comeBegun?: WordingRun
  comeEnded?: WordingRun
}

/** The moves of each run, by the words or the act on them and the text in which it began. */
function* movesOf(
  gone: readonly WordingRun[],
  come: readonly WordingRun[],
): Pieces<ReadonlyMap<string, Move>> {
  const moves = new Map<string, Move>()
  const moveOf = (run: WordingRun): Move => {
    const key = `${openKeyOf(run)} ${run.began.dated.entry}`
    const move = moves.get(key) ?? {}
    moves.set(key, move)
    return move
  }
  for (const run of gone) {
    yield
    moveOf(run)[run.ended === undefined ? 'goneBegun' : 'goneEnded'] = run
  }
  for (const run of come) {
    yield
    moveOf(run)[run.ended === undefined ? 'comeBegun' : 'comeEnded'] = run
  }
  return moves
}

/** The run as it was noted; undefined where it was not. One that ends now, but did not begin now, stood open. */
function runBefore({ goneBegun, goneEnded, comeBegun, comeEnded }: Move): WordingRun | undefined {
  const stoodOpen = comeBegun === undefined ? comeEnded : undefined
  return goneEnded ?? goneBegun ?? (stoodOpen && open(stoodOpen))
}

/** The run as it is to be noted; undefined where it is gone. One that no longer ends stands open. */
function runNow({ goneBegun, goneEnded, comeBegun, comeEnded }: Move): WordingRun | undefined {
  const standsOpen = goneBegun === undefined ? goneEnded : undefined
  return comeEnded ?? comeBegun ?? (standsOpen && open(standsOpen))
}

function open({ ended: _, ...run }: WordingRun): WordingRun {
  return run
}

/** Of some runs those of the words themselves, by wording. */
function ofWords(runs: readonly WordingRun[]): ReadonlyMap<string, readonly WordingRun[]> {
  return Map.groupBy(
    runs.filter(({ act }) => act === undefined),
    ({ wording }) => wording,
  )
}

/** True of two runs of one wording that began in the same revision of the same draft. */
function isSameStart(one: WordingRun, other: WordingRun): boolean {
  return one.draft === other.draft && one.began.dated.entry === other.began.dated.entry
}
