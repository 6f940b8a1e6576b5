import type { Subject } from '../../events/position.ts'
import type { BuiltRevision } from '../drafts/built-revision.ts'
import type { Support } from '../evidence/evidence.ts'
import { Memberships } from '../parties/memberships.ts'
import { Dispatch, type FoldedView } from '../time/dispatch.ts'
import type { History } from '../time/history.ts'
import { atOnce, type Pieces } from '../time/pieces.ts'
import { Roster } from '../time/roster.ts'
import type { AsOf, Change } from '../time/standing-fact.ts'
import type { Strand } from './cell.ts'
import { clauseStanding } from './clause-standing.ts'
import { differingCells } from './differing-cells.ts'
import { earliestIn, type Held } from './held.ts'
import { HeldPositions } from './held-positions.ts'
import { KeptAnswers } from './kept-answers.ts'
import { KeptCells } from './kept-cells.ts'
import { KeptColumns } from './kept-columns.ts'
import { KeptMoments, SharedMoment } from './kept-moments.ts'
import type { WordsInDrafts } from './on-words.ts'
import { PositionHistories } from './position-histories.ts'
import { type PositionView, positionView, type SupportOf } from './position-view.ts'
import type { LayerName } from './rules/layer.ts'
import type { StanceCell, StanceMatrix } from './stance-cell.ts'
import type { HeldPosition } from './stance-history.ts'
import { changesOn, momentsOn, type Touch } from './touch.ts'
import type { CellName } from './touched-cells.ts'

/** A cell, and its place in the order of first appearance of parties and of subjects. */
export interface PlacedCell {
  readonly row: number
  readonly column: number
  readonly cell: StanceCell
}

/** The part of drafts that stances read. */
interface DraftsRead extends WordsInDrafts {
  /** The current text of each draft. */
  currentTexts(asOf: AsOf): readonly BuiltRevision[]
}

/**
 * The stance of each party on each subject, at any point of both axes. The rules and the structure
 * that answers them are in docs/stances.md. Parties and subjects are listed in the order in which
 * they first appeared in the ledger.
 */
export class Stances {
  readonly folds = [
    'issue',
    'party',
    'grouping',
    'source',
    'statement',
    'position',
    'draft',
  ] as const
  readonly memberships: Memberships
  readonly #positions: HeldPositions
  readonly #parties: Roster<string>
  /** The parts that keep parties and groupings, apart from positions. */
  readonly #ofParties: Dispatch<FoldedView>
  readonly #support: SupportOf | undefined
  readonly #answers = new KeptAnswers()
  readonly #cells = new KeptCells()
  readonly #columns: KeptColumns
  readonly #histories: PositionHistories
  readonly #moments: KeptMoments
  readonly #drafts: DraftsRead | undefined

  /**
   * @param support what knows whether evidence stands; without it, only whether there is any
   * @param drafts the words in brackets and the texts; without them, nobody acts on words
   */
  constructor(history: History, support?: SupportOf, drafts?: DraftsRead) {
    this.#drafts = drafts
    this.memberships = new Memberships(history)
    this.#positions = new HeldPositions(history, drafts)
    this.#parties = new Roster(history)
    const listing: FoldedView = {
      folds: ['party.listed'],
      apply: (change) => this.#list(change),
    }
    this.#ofParties = new Dispatch([listing, this.memberships], ({ folds }) => folds)
    this.#columns = new KeptColumns(history)
    this.#histories = new PositionHistories(
      this.#positions,
      this.memberships,
      this.#view.bind(this),
    )
    const textsAt = (asOf: AsOf) => drafts?.currentTexts(asOf).map(({ content }) => content) ?? []
    this.#moments = new KeptMoments(
      history,
      (asOf) => new SharedMoment(asOf, this.memberships, textsAt),
    )
    this.#support = support
  }

  apply(change: Change): void {
    const pieces = this.folding(change)
    if (pieces !== undefined) atOnce(pieces)
  }

  /** As `apply`: of a change of drafts in pieces, since many parties may act on their texts. */
  folding(change: Change): Pieces<void> | undefined {
    for (const part of this.#ofParties.of(change)) part.apply(change)
    if (concernsDrafts(change)) return this.#positions.folding(change)
    this.#positions.apply(change)
    return undefined
  }

  #list({ removed, added }: Change): void {
    if (removed?.type === 'party.listed') this.#parties.leave(removed.body.party)
    if (added?.type === 'party.listed') this.#parties.enter(added.body.party, added.body.party)
  }

  /**
   * Every party listed, on every subject that is an issue or that anybody has a position on; of one
   * kind alone where it is given.
   */
  *matrix(asOf: AsOf, kind?: Subject['kind']): Pieces<StanceMatrix> {
    const parties = this.parties(asOf.revision)
    const all = this.subjects(asOf.revision)
    const subjects = kind === undefined ? all : all.filter((subject) => subject.kind === kind)
    const columns: (readonly StanceCell[])[] = []
    for (const subject of subjects) {
      columns.push(this.onSubject(subject, asOf, parties))
      yield
    }
    const rows = parties.map((party, row) => ({
      party,
      cells: columns.map((column) => column[row] as StanceCell),
    }))
    return { parties, subjects, rows }
  }

  /** One party on every subject. */
  ofParty(party: string, asOf: AsOf): StanceCell[] {
    const moment = this.#moments.at(asOf)
    return this.subjects(asOf.revision).map((subject) => this.#cell(party, subject, moment))
  }

  /** Every party on one subject: the same list as long as nothing on the subject changes. */
  onSubject(
    subject: Subject,
    asOf: AsOf,
    parties = this.parties(asOf.revision),
  ): readonly StanceCell[] {
    return this.#columns.at(subject, this.stretchOf(subject, asOf), () => {
      const moment = this.#moments.at(asOf)
      return parties.map((party) => this.#cell(party, subject, moment))
    })
  }

  /**
   * The answers that may differ between two moments, each by its party and subject: all others are
   * the same at both. Costs O(log n) and their number.
   */
  *differing(from: AsOf, to: AsOf): Pieces<CellName[]> {
    const parties = {
      everMembers: (grouping: string) => this.memberships.everMembers(grouping),
      listed: (revision: number) => this.parties(revision),
      isListed: (party: string, revision: number) =>
        this.#parties.orderAt(party, revision) !== undefined,
    }
    const [before, after] = [this.#moments.at(from), this.#moments.at(to)]
    return yield* differingCells(this.#positions.touched, parties, before, after)
  }

  /**
   * A cell of the matrix of a moment, but for how its clause stands, with its place there; undefined
   * where the party was not listed then, or the subject was none.
   */
  placed({ party, subject }: CellName, asOf: AsOf): PlacedCell | undefined {
    const row = this.#parties.orderAt(party, asOf.revision)
    const column = this.#positions.subjects.orderAt(subject, asOf.revision)
    if (row === undefined || column === undefined) return undefined
    return { row, column, cell: this.#answer(party, subject, this.#moments.at(asOf)) }
  }

  /** Names the stretch of both axes around a moment within which stances on a subject are the same. */
  stretchOf(subject: Subject, asOf: AsOf): string {
    return this.#positions.stretchOf(subject, asOf)
  }

  /** One party on one subject: O((1 + groupings) log n) in its positions on it. */
  cell(party: string, subject: Subject, asOf: AsOf): StanceCell {
    return this.#cell(party, subject, this.#moments.at(asOf))
  }

  /**
   * Every position of either layer that a party ever had on a subject, its own and those of its
   * groupings, as known after `asOf.revision`, in the order in which they began to hold. Given
   * several subjects, the positions on any of them.
   */
  history(party: string, subjects: Subject | readonly Subject[], asOf: AsOf): HeldPosition[] {
    return this.#histories.of(party, [subjects].flat(), asOf)
  }

  /** The fate of a position that a party answered with; undefined where it stands no longer. */
  fateOf(position: PositionView, subject: Subject, asOf: AsOf): HeldPosition | undefined {
    return this.#histories.one(position, subject, asOf)
  }

  /** The cell as it was when the first position on it began; undefined where none had by then. */
  first(party: string, subject: Subject, asOf: AsOf): StanceCell | undefined {
    const { revision } = asOf
    let validTime = Number.POSITIVE_INFINITY
    for (const span of [undefined, ...this.memberships.spans(party, revision)]) {
      const cell = this.#positions.cell(span?.grouping ?? party, subject)
      for (const index of cell === undefined ? [] : [cell.declared, cell.reported]) {
        const begins = earliestIn(index.root(revision))
        validTime = Math.min(validTime, Math.max(begins, span?.joined.from ?? begins))
      }
    }
    return validTime > asOf.validTime
      ? undefined
      : this.cell(party, subject, { revision, validTime })
  }

  /** The parties listed, as known after `revision`. */
  parties(revision: number): string[] {
    return [...this.#parties.at(revision)]
  }

  /** The subjects that are an issue or that anybody has a position on, as known after `revision`. */
  subjects(revision: number): Subject[] {
    return [...this.#positions.subjects.at(revision)]
  }

  /** The valid times at which stances on a subject may change, as known after `revision`. */
  moments(subject: Subject, revision: number): Generator<Touch> {
    return momentsOn(this.#positions.on(subject), this.memberships, revision)
  }

  /** The revisions at which stances on a subject may have changed. */
  changes(subject: Subject): Generator<Touch> {
    return changesOn(this.#positions.on(subject), this.memberships, this.#positions.voices)
  }

  #cell(party: string, subject: Subject, moment: SharedMoment): StanceCell {
    const cell = this.#answer(party, subject, moment)
    if (subject.kind !== 'clause' || this.#drafts === undefined) return cell
    const onWording = (wording: string) =>
      this.#answer(party, { kind: 'wording', id: wording }, moment)
    return { ...cell, clause: clauseStanding(moment.clause(subject.id), onWording) }
  }

  /** The same without how a clause stands. */
  #answer(party: string, subject: Subject, moment: SharedMoment): StanceCell {
    const { revision, validTime } = moment.asOf
    const on = this.#positions.on(subject)
    const { voices } = this.#positions
    const memberships = moment.membershipsOf(party)
    const lastRenamed = voices.lastRenamed(revision)
    const layer = (name: LayerName) => {
      const strands: Strand[] = []
      for (const via of [undefined, ...memberships]) {
        const cell = on?.get(via?.grouping ?? party)
        const tree = cell?.of(name).root(revision)
        if (tree !== undefined) strands.push({ tree, via })
      }
      return this.#answers.at(party, strands, { revision, validTime, voices }, lastRenamed)
    }
    const [declared, reported] = [layer('declared'), layer('reported')]
    return this.#cells.cell(
      party,
      subject,
      declared,
      reported,
      (held) => this.#supportOf(held, revision),
      ({ held, via }) => this.#view(held, party, via?.grouping, revision),
    )
  }

  #view(held: Held, party: string, via: string | undefined, revision: number): PositionView {
    const voice = this.#positions.voices.name(held.voice, revision)
    return positionView(held, voice, party, via ?? null, this.#supportOf(held, revision))
  }

  #supportOf({ fact }: Held, revision: number): Support {
    if (this.#support !== undefined) return this.#support.supportOf(fact, revision)
    return (fact.body.evidence ?? []).length === 0 ? 'uncited' : 'supported'
  }
}

function concernsDrafts({ removed, added }: Change): boolean {
  return removed?.type.startsWith('draft.') === true || added?.type.startsWith('draft.') === true
}
