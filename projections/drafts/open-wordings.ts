import type { UncertainDate } from '../../events/envelope.ts'
import type { History } from '../time/history.ts'
import type { Pieces } from '../time/pieces.ts'
import type { AsOf } from '../time/standing-fact.ts'
import type { TimeWindow } from '../time/window.ts'
import { type BuiltRevision, isKnown } from './built-revision.ts'
import type { RevisionContents } from './revision-contents.ts'
import type { RevisionDates } from './revision-dates.ts'
import { type WordingReply, wordingReply } from './wording-reply.ts'
import type { RunBound, WordingRun } from './wording-run.ts'
import { type RunChanges, WordingRuns } from './wording-runs.ts'
import type { TextStep } from './wording-steps.ts'

/** The changes that one event makes to words in brackets, and to the dates of draft revisions. */
export interface WordChanges {
  readonly runs: readonly RunChanges[]
  /** The revisions that count from another window than before. */
  readonly dated: readonly string[]
}

/** The words in brackets of every draft, and the current texts in which they stand. */
export class OpenWordings {
  readonly #history: History
  readonly #contents: RevisionContents
  readonly #dates: RevisionDates
  readonly #runs: WordingRuns
  #changes: WordChanges = UNCHANGED
  #changedAt = -1

  constructor(history: History, contents: RevisionContents, dates: RevisionDates) {
    this.#history = history
    this.#contents = contents
    this.#dates = dates
    this.#runs = new WordingRuns(history)
  }

  /** Takes what the texts and their dates, which it reads, have taken. */
  *folding(): Pieces<void> {
    this.#changes = UNCHANGED
    this.#changedAt = this.#history.revision
    const runs: RunChanges[] = []
    for (const [draft, changed] of this.#dates.changedDrafts) {
      runs.push(yield* this.#walk(draft, changed))
    }
    this.#changes = { runs, dated: this.#dates.changedRevisions }
  }

  /** Hands over, once, what the event that is being folded changed of words and of acts on them. */
  takeChanges(): WordChanges {
    const changes = this.#changedAt === this.#history.revision ? this.#changes : UNCHANGED
    this.#changes = UNCHANGED
    return changes
  }

  /** The window from which a draft revision counts now, and the date that gives it. */
  windowOf(revision: string): (TimeWindow & { readonly occurred: UncertainDate }) | undefined {
    const dated = this.#dates.now(revision)
    return dated && { from: dated.from, until: dated.until, occurred: dated.dated.occurred }
  }

  /** The spans in which words in brackets stood open, in any draft, as known after `revision`. */
  runsOf(wording: string, revision: number): readonly WordingRun[] {
    return this.#runs.of(wording, revision)
  }

  /** Words in brackets at a moment; undefined where no text had them open by then. */
  one(wording: string, asOf: AsOf): WordingReply | undefined {
    const runs = this.#runs.of(wording, asOf.revision)
    const texts = {
      of: (bound: RunBound) => this.#contents.at(idOf(bound), asOf.revision) as BuiltRevision,
      before: (bound: RunBound) => this.#textBefore(bound, asOf.revision),
    }
    return wordingReply(wording, runs, this.currentTexts(asOf), texts, asOf)
  }

  /** The current text of each draft, in the order in which the drafts had their first revision. */
  currentTexts(asOf: AsOf): BuiltRevision[] {
    return Array.from(this.#dates.drafts()).flatMap((draft) => {
      const latest = this.#dates.latestKnown(draft, asOf)
      return latest ? (this.#contents.at(latest.opening.body.revision, asOf.revision) ?? []) : []
    })
  }

  /**
   * Takes the texts of a draft again, the latest first, until those that are left count before every
   * change.
   *
   * @param changed the revisions that the event added or reworded; undefined if it moved revisions in
   *   time, so that all texts are taken again
   */
  *#walk(draft: string, changed: readonly string[] | undefined): Pieces<RunChanges> {
    const { revision } = this.#history
    const isGone = (id: string) => this.#hasText(id, revision - 1) && !this.#hasText(id, revision)
    const above =
      changed === undefined || changed.some(isGone)
        ? undefined
        : new Set(changed.filter((id) => this.#hasText(id, revision)))
    const steps: TextStep[] = []
    let after: TextStep | undefined
    for (const step of this.#downFromLatest(draft, revision)) {
      yield
      if (above?.size === 0 && this.#runs.hasTaken(draft, step)) {
        after = step
        break
      }
      steps.push(step)
      above?.delete(idOf(step))
    }
    return yield* this.#runs.walk(draft, steps.reverse(), after)
  }

  #hasText(id: string, revision: number): boolean {
    const built = this.#contents.at(id, revision)
    return built !== undefined && isKnown(built)
  }

  /** The text of the same draft that counts just before one, as known after `revision`. */
  #textBefore({ dated }: RunBound, revision: number): BuiltRevision | undefined {
    let isBelow = false
    for (const step of this.#downFromLatest(dated.opening.body.draft, revision)) {
      if (isBelow) return step.built
      isBelow = idOf(step) === idOf({ dated })
    }
    return undefined
  }

  /** The texts of a draft that we had after `revision`, the latest first. */
  *#downFromLatest(draft: string, revision: number): Generator<TextStep, undefined> {
    for (const dated of this.#dates.downFrom(draft, revision)) {
      const built = this.#contents.at(idOf({ dated }), revision)
      if (built !== undefined && isKnown(built)) yield { dated, built }
    }
    return undefined
  }
}

const UNCHANGED: WordChanges = { runs: [], dated: [] }

function idOf({ dated }: Pick<TextStep, 'dated'>): string {
  return dated.opening.body.revision
}
