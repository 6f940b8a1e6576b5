import { type Lineage, lineageOf } from '../blame/lineage.ts'
import { Renamings } from '../renamings.ts'
import { compareKeys, type TemporalKey } from '../time/bitemporal.ts'
import type { History } from '../time/history.ts'
import { hasHappened } from '../time/holding.ts'
import { atOnce, type Pieces } from '../time/pieces.ts'
import { shown } from '../time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import { type BuiltRevision, contentsOf } from './built-revision.ts'
import { type Clause, readingOrder } from './clause.ts'
import { DraftFacts, givenStatus } from './draft-facts.ts'
import type {
  Draft,
  DraftContent,
  DraftNaming,
  DraftRevision,
  DraftSummary,
  DraftsOnTable,
  DraftWithText,
  Signature,
} from './draft-reply.ts'
import { OpenWordings } from './open-wordings.ts'
import { RevisionContents } from './revision-contents.ts'
import { type DatedRevision, RevisionDates } from './revision-dates.ts'
import { standingStatus } from './standing-status.ts'
import { untakenSteps } from './text-parts.ts'

/**
 * The drafts, their revisions and the text of each. What a draft is called and who proposed it is
 * told by the fact that opened it, whatever its valid time, until a renaming; a draft is there from
 * the first of its facts that counts.
 */
export class Drafts {
  readonly folds = ['draft'] as const
  readonly wordings: OpenWordings
  readonly #facts: DraftFacts
  readonly #contents: RevisionContents
  readonly #dates: RevisionDates
  readonly #renamings: Renamings<'draft.renamed'>

  constructor(history: History) {
    this.#facts = new DraftFacts(history)
    this.#contents = new RevisionContents(history)
    this.#dates = new RevisionDates(history, this.#contents)
    this.wordings = new OpenWordings(history, this.#contents, this.#dates)
    this.#renamings = new Renamings(history, 'draft.renamed', ({ draft }) => draft)
  }

  apply(change: Change): void {
    atOnce(this.folding(change))
  }

  /** As `apply`: of a change on which other revisions rest, in many pieces. */
  *folding(change: Change): Pieces<void> {
    this.#facts.apply(change)
    yield* this.#contents.folding(change)
    yield* this.#dates.folding(change)
    this.#renamings.apply(change)
    yield* this.wordings.folding()
  }

  /** Every draft, or those named, in the order of the entries that opened them. */
  list(asOf: AsOf, named?: ReadonlySet<string>): DraftSummary[] {
    return this.#facts
      .ids(asOf)
      .filter((draft) => named?.has(draft) !== false)
      .map((draft) => this.#summary(draft, asOf))
  }

  /** The drafts of which some revision may count otherwise at one of two moments than at the other. */
  redatedBetween(from: AsOf, to: AsOf): ReadonlySet<string> {
    return this.#dates.redatedBetween(from, to)
  }

  /** One draft with its text and all its revisions; undefined where no fact of it counts. */
  one(draft: string, asOf: AsOf): Draft | undefined {
    if (!this.#facts.exists(draft, asOf)) return undefined
    return {
      ...this.#withText(this.#summary(draft, asOf), asOf),
      revisions: this.revisions(draft, asOf),
    }
  }

  /** The ids of the revisions of a draft that count, in the order in which they came to. */
  revisionIds(draft: string, asOf: AsOf): string[] {
    return Array.from(this.#dates.upTo(draft, asOf), ({ opening }) => opening.body.revision)
  }

  /** The revisions of a draft that count, in the order in which they came to. */
  revisions(draft: string, asOf: AsOf): DraftRevision[] {
    return Array.from(this.#dates.upTo(draft, asOf), (dated) => this.#revision(dated, asOf))
  }

  /**
   * The draft on the table, with its text, and the others: of those of which we have a text the one
   * put on the table last, else the one last heard of. A draft that was withdrawn or has lapsed is
   * among the others.
   */
  onTable(asOf: AsOf): DraftsOnTable {
    const drafts = this.list(asOf)
    const open = drafts.filter(({ status }) => status !== 'withdrawn' && status !== 'lapsed')
    const [latest] = open.sort((a, b) => {
      const [hasA, hasB] = [a.latestAttested !== null, b.latestAttested !== null]
      if (hasA !== hasB) return hasA ? -1 : 1
      return this.#isLater(a.draft, b.draft, asOf) ? -1 : 1
    })
    if (latest === undefined) return { onTable: null, competing: drafts }
    return {
      onTable: this.#withText(latest, asOf),
      competing: drafts.filter((draft) => draft !== latest),
    }
  }

  /** Tells if any fact of the draft counts. */
  exists(draft: string, asOf: AsOf): boolean {
    return this.#facts.exists(draft, asOf)
  }

  /** One revision, without its text; undefined where it does not count. */
  revision(revision: string, asOf: AsOf): DraftRevision | undefined {
    const dated = this.#dates.at(revision, asOf)
    return dated && this.#revision(dated, asOf)
  }

  /** The name of a draft as a whole and is, whichever revision of it is read. */
  naming(draft: string, asOf: AsOf): DraftNaming {
    const opening = this.#facts.opening(draft, asOf.revision)
    const { language = null, proposers = [] } = opening ?? {}
    const { title = opening?.title ?? draft } = this.#renamings.latest(draft, asOf)
    return { title, language, proposers, opened: opening ? shown(opening.fact) : null }
  }

  /** The revisions of the ledger up to `revision` at which what it knew of a draft changed. */
  changes(draft: string, revision: number): number[] {
    const changes = new Set([...this.#facts.changes(draft), ...this.#dates.changes(draft)])
    const all = { revision, validTime: Number.POSITIVE_INFINITY }
    for (const { opening } of this.#dates.upTo(draft, all)) {
      for (const change of this.#contents.changes(opening.body.revision)) changes.add(change)
    }
    return [...changes].filter((change) => change <= revision).sort((a, b) => a - b)
  }

  /** The text of a draft revision; undefined where the revision does not count. */
  content(revision: string, asOf: AsOf): DraftContent | undefined {
    const built = this.built(revision, asOf)
    if (built === undefined) return undefined
    return {
      draft: built.opening.body.draft,
      draftRevision: revision,
      contents: contentsOf(built),
      ...(built.basisUnknown ? { basisUnknown: true } : {}),
      clauses: Array.from(readingOrder(built.content), ({ clause, depth }) => ({
        ...clause,
        depth,
      })),
      ...untakenSteps(built),
    }
  }

  /** A clause as a revision has it; where it was merged, split or removed by then, as it was last. */
  clause(revision: string, clause: string, asOf: AsOf): Clause | undefined {
    return this.built(revision, asOf)?.content.clauses.get(clause)
  }

  /** The entries that a draft revision is made of; undefined where the revision does not count. */
  lineage(revision: string, asOf: AsOf): Lineage | undefined {
    const built = this.built(revision, asOf)
    return built && lineageOf(built)
  }

  /** A draft revision as known after `revision` of the ledger, whether it counts yet or not. */
  known(id: string, revision: number): BuiltRevision | undefined {
    return this.#contents.at(id, revision)
  }

  /** The revisions that a draft revision is made from; the first gives the text that it changes. */
  basesOf(id: string, revision: number): readonly string[] {
    return this.#contents.basesOf(id, revision)
  }

  /** The facts of the draft revisions that a revision of the ledger rebuilt. */
  rebuiltAt(revision: number): Iterable<StandingFact> {
    return this.#contents.rebuiltAt(revision)
  }

  /** All that was built of a draft revision that counts: for what compares texts. */
  built(revision: string, asOf: AsOf): BuiltRevision | undefined {
    const counts = this.#dates.at(revision, asOf) !== undefined
    return counts ? this.#contents.at(revision, asOf.revision) : undefined
  }

  #summary(draft: string, asOf: AsOf): DraftSummary {
    const opening = this.#facts.opening(draft, asOf.revision)
    const hasOpened = opening !== undefined && opening.fact.from <= asOf.validTime
    const { standing, orElse } = standingStatus(
      hasOpened ? givenStatus(opening) : undefined,
      this.#facts.changesBy(draft, asOf),
      asOf.validTime,
    )
    const current = this.#dates.latest(draft, asOf)
    const attested = this.#dates.latestKnown(draft, asOf)
    return {
      draft,
      title: opening?.title ?? draft,
      ...this.#renamings.latest(draft, asOf),
      renamings: this.#renamings.of(draft, asOf),
      language: opening?.language ?? null,
      proposers: opening?.proposers ?? [],
      status: standing?.status ?? opening?.status ?? 'reported',
      ...((orElse !== undefined || !this.#facts.surelyExists(draft, asOf)) && {
        possibly: true as const,
      }),
      ...(orElse !== undefined && { orElse }),
      statusFact: standing ? shown(standing.fact, asOf) : null,
      signatures: this.#signatures(draft, asOf),
      current: current ? this.#revision(current, asOf) : null,
      latestAttested: attested ? this.#revision(attested, asOf) : null,
    }
  }

  #signatures(draft: string, asOf: AsOf): Signature[] {
    return Array.from(this.#facts.signatures.of(draft).upTo(asOf)).flatMap((fact) =>
      fact.body.by.map(({ party, person = null }) => ({
        manner: fact.type === 'draft.signed' ? ('signed' as const) : ('initialled' as const),
        ...{ party, person },
        signedRevision: fact.body.revision ?? null,
        meeting: fact.body.meeting ?? null,
        fact: shown(fact, asOf),
      })),
    )
  }

  /** True if draft `a` was put on the table, by its latest revision, after `b`. */
  #isLater(a: string, b: string, asOf: AsOf): boolean {
    const [latestA, latestB] = [this.#presented(a, asOf), this.#presented(b, asOf)]
    if (latestA === undefined || latestB === undefined) return latestB === undefined
    return compareKeys(latestA, latestB) > 0
  }

  /** All that last put a draft, or a revision of it, on the table. */
  #presented(draft: string, asOf: AsOf): TemporalKey | undefined {
    const tabled = this.#facts.tablings.of(draft).latest(asOf)
    const revised = this.#dates.latest(draft, asOf)
    if (tabled === undefined || revised === undefined) return tabled ?? revised
    return compareKeys(tabled, revised) > 0 ? tabled : revised
  }

  /** With the text of the current revision; if nobody has that, of the latest that we have. */
  #withText(draft: DraftSummary, asOf: AsOf): DraftWithText {
    const { current, latestAttested } = draft
    const read = current?.contents === 'unknown' ? (latestAttested ?? current) : current
    const content = read === null ? undefined : this.content(read.draftRevision, asOf)
    return { ...draft, content: content ?? null }
  }

  #revision(dated: DatedRevision, asOf: AsOf): DraftRevision {
    const { opening } = dated
    const { type, body } = opening
    const isOwnDate = dated.from === opening.from
    const { revision } = dated.dated.body
    const isPossible = hasHappened(dated, asOf.validTime) === 'possibly'
    const statuses = Array.from(
      this.#facts.revisionStatuses.of(body.revision).upTo(asOf),
      givenStatus,
    )
    const { standing, orElse } = standingStatus(undefined, statuses, asOf.validTime)
    const built = this.#contents.at(body.revision, asOf.revision)
    return {
      draft: body.draft,
      draftRevision: body.revision,
      title: body.title ?? null,
      kind: type === 'draft.revised' ? 'attested' : 'reported',
      contents: built ? contentsOf(built) : 'unknown',
      basis: body.basis,
      ...(built?.basisUnknown ? { basisUnknown: true } : {}),
      attests: type === 'draft.revised' ? (body.attests ?? null) : null,
      attestedBy: built?.attestedBy ?? null,
      proposers: type === 'draft.revised' ? body.proposers : [],
      meeting: body.meeting ?? null,
      points: type === 'draft.revised' ? null : (body.points ?? null),
      description: type === 'draft.revised' ? null : (body.description ?? null),
      digest: type === 'draft.revised' ? (body.digest ?? null) : null,
      status: standing?.status ?? null,
      ...(orElse !== undefined && { statusOrElse: orElse }),
      countsFrom: isOwnDate ? null : { draftRevision: revision, occurred: dated.dated.occurred },
      fact: isPossible ? { ...shown(opening), possibly: true } : shown(opening),
    }
  }
}
