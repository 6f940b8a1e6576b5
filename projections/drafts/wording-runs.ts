import type { History } from '../time/history.ts'
import { Versioned } from '../time/history.ts'
import { Keyed } from '../time/keyed.ts'
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

/** A wording as a text has it, with the runs of it that are open after that text. */
interface Standing {
  readonly wording: Wording
  readonly open: readonly WordingRun[]
}

/** A text of a draft that was taken, and what it did to the runs. */
interface Taken {
  readonly step: TextStep
  /** The text that counts before it. */
  readonly before: Taken | undefined
  /** Its wordings, by id; undefined of those that earlier texts had. */
  readonly standing: PersistentMap<Standing | undefined>
  /** Those that it began or ended. */
  readonly changed: readonly WordingRun[]
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
  walk(draft: string, steps: readonly TextStep[], after: TextStep | undefined): RunChanges {
    const own = this.#own(draft)
    const removed = new Map<string, WordingRun>()
    const added = new Map<string, WordingRun>()
    const replace = (key: string) => {
      const old = own.get(key)
      if (old !== undefined) removed.set(key, old)
    }
    let taken = this.#taken.get(draft)
    for (; taken !== undefined && !(after && isSame(taken.step, after)); taken = taken.before) {
      for (const run of taken.changed) {
        const key = keyOf(run)
        replace(key)
        if (run.ended === undefined) added.delete(key)
        else added.set(key, open(run))
      }
    }
    for (const step of steps) {
      taken = take(taken, step, draft)
      for (const run of taken.changed) {
        replace(keyOf(run))
        added.set(keyOf(run), run)
      }
    }
    this.#set(draft, taken)
    for (const [key, run] of added) {
      const old = removed.get(key)
      if (old === undefined || !isSameRun(old, run)) continue
      removed.delete(key)
      added.delete(key)
    }
    const changes = { removed: [...removed.values()], added: [...added.values()] }
    this.#record(draft, changes)
    return changes
  }

  #record(draft: string, { removed, added }: RunChanges): void {
    const runs = this.#own(draft)
    for (const run of removed) this.#put(runs, keyOf(run), undefined)
    for (const run of added) this.#put(runs, keyOf(run), run)
    const gone = new Set(removed)
    const ofWords = ({ act }: WordingRun) => act === undefined
    const come = Map.groupBy(added.filter(ofWords), ({ wording }) => wording)
    const wordings = new Set([...removed, ...added].filter(ofWords).map(({ wording }) => wording))
    for (const wording of wordings) {
      const standing = this.#standing.own(wording)
      const left = standing.head.filter((run) => !gone.has(run))
      const runsNow = [...left, ...(come.get(wording) ?? [])]
      standing.set(runsNow.sort((a, b) => a.began.dated.from - b.began.dated.from))
    }
  }

  #put(runs: Map<string, WordingRun>, key: string, run: WordingRun | undefined): void {
    const before = runs.get(key)
    this.#history.changing(() => put(runs, key, before))
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

function isSame(one: TextStep, other: TextStep): boolean {
  return one.dated === other.dated && one.built === other.built
}

/** True of two runs under one key that one text began and one text, or none, ended. */
function isSameRun(one: WordingRun, other: WordingRun): boolean {
  if (!isSame(one.began, other.began)) return false
  if (one.ended === undefined || other.ended === undefined) return one.ended === other.ended
  return isSame(one.ended.by, other.ended.by)
}

function put<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

/** Looks at those wordings alone that stand in clauses in which the text differs from that before. */
function take(before: Taken | undefined, step: TextStep, draft: string): Taken {
  const { content } = step.built
  let standing = before?.standing ?? new PersistentMap<Standing | undefined>()
  const ended: WordingRun[] = []
  const begun: WordingRun[] = []
  for (const [id, changed] of wordingsChanged(before?.step.built.content ?? EMPTY, content)) {
    const old = standing.get(id)
    const places = new Set(old?.wording.places.map(({ clause }) => clause)).union(changed)
    const clauses = [...places].sort().flatMap((clause) => content.clauses.get(clause) ?? [])
    const wording = wordingIn(clauses, id)
    const present = new Map(
      wording && !wording.isAgreed
        ? runsOf(wording, step, draft).map((run) => [openKeyOf(run), run])
        : [],
    )
    const stillOpen: WordingRun[] = []
    for (const run of old?.open ?? []) {
      if (present.delete(openKeyOf(run))) stillOpen.push(run)
      else ended.push({ ...run, ended: { by: step, why: whyEnded(run, content) } })
    }
    begun.push(...present.values())
    const open = [...stillOpen, ...present.values()]
    standing = standing.with(id, wording && { wording, open })
  }
  return { step, before, standing, changed: [...ended, ...begun] }
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
