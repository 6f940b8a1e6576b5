import { z } from 'zod'
import { Id } from '../../events/envelope.ts'
import type { Subject } from '../../events/position.ts'
import type { Speaker } from '../../events/speaker.ts'
import { isKnownSubject } from '../../projections/stances/known-subject.ts'
import type * as Cells from '../../projections/stances/stance-cell.ts'
import type { Stances } from '../../projections/stances/stances.ts'
import type { Pieces } from '../../projections/time/pieces.ts'
import { SubjectKind, SubjectParameter } from '../http/contract.ts'
import { BOUNDED_WORK } from '../http/openapi/problem-sets.ts'
import { IdsSchema, SubjectSchema } from '../http/replies/common.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { HeldPositionSchema } from '../http/replies/stance-history.ts'
import { StanceCellSchema } from '../http/replies/stances.ts'
import { formatQuery, type Table, type TableCell, written } from '../http/tables/table.ts'
import { defineRead, type Made, type ReadContext, unknownAt } from './read.ts'

export const StanceMatrixSchema = sameAs<Cells.StanceMatrix>()(
  z.strictObject({
    parties: IdsSchema.describe('The parties, in the order of their first appearance'),
    subjects: z
      .array(SubjectSchema)
      .describe('The subjects, in the order of their first appearance'),
    rows: z
      .array(
        z.strictObject({
          party: Id.describe('The party whose row it is'),
          cells: z.array(StanceCellSchema).describe('One for each subject, in the same order'),
        }),
      )
      .describe('One for each party, in the same order'),
  }),
)

const StancesOnSubject = z.strictObject({
  subject: SubjectSchema,
  cells: z.array(StanceCellSchema).describe('One for each party'),
})

type Matrix = Cells.StanceMatrix

/** Every party on one subject. */
interface OnSubject {
  readonly subject: Subject
  readonly cells: Cells.StanceCell[]
}

const ASK_ONE = 'ask for one party on one subject (/stances/{party}/{kind}/{subject})'

export const matrixRead = defineRead({
  path: '/stances',
  id: 'listStances',
  tag: 'Stances',
  summary: 'Where each party stands on each subject, on those of one kind, or on one',
  query: {
    subject: SubjectParameter.optional(),
    kind: SubjectKind.optional().describe('On subjects of this kind alone'),
    ...formatQuery,
  },
  names: ['subject'],
  example: { query: { subject: 'issue:army-cap' } },
  reply: z.union([StanceMatrixSchema, StancesOnSubject]),
  problems: BOUNDED_WORK,
  answer: (asked, { subject, kind }): Made<Matrix | OnSubject> => {
    if (subject === undefined) return matrixOf(asked, kind)
    const cells = cellsOn(subject, asked, kind)
    return cells && { subject, cells }
  },
  *table(served, { subject, kind }) {
    if (subject === undefined) {
      const { rows } = yield* matrixOf(served, kind)
      return stancesTable(rows.flatMap(({ cells }) => cells))
    }
    const cells = cellsOn(subject, served, kind)
    return cells && stancesTable(cells)
  },
})

export const subjectsRead = defineRead({
  path: '/subjects',
  id: 'listSubjects',
  tag: 'Stances',
  summary: 'All that parties have taken positions on',
  list: 'subjects',
  reply: z.strictObject({
    subjects: z.array(SubjectSchema).describe('In the order of their first appearance'),
  }),
  answer: ({ projections: { stances }, asOf, page }) => ({
    subjects: page.of(stances.subjects(asOf.revision)),
  }),
})

export const stancesOfPartyRead = defineRead({
  path: '/stances/:party',
  id: 'listStancesOfParty',
  tag: 'Stances',
  summary: 'Where one party stands on each subject',
  params: { party: Id },
  example: { params: { party: 'ukraine' } },
  reply: z.strictObject({
    party: Id,
    cells: z.array(StanceCellSchema).describe('One for each subject on which it has a record'),
  }),
  problems: BOUNDED_WORK,
  answer: ({ projections: { stances }, asOf, bound }, { party }) => {
    if (!stances.parties(asOf.revision).includes(party)) return undefined
    bound(stances.subjects(asOf.revision).length, ASK_ONE)
    return { party, cells: stances.ofParty(party, asOf) }
  },
})

export const stanceRead = defineRead({
  path: '/stances/:party/:kind/:subject',
  id: 'getStance',
  tag: 'Stances',
  summary: 'Where one party stands on one subject, how it came to, and what that rests on',
  params: { party: Id, kind: SubjectKind, subject: Id },
  example: { params: { party: 'ukraine', kind: 'issue', subject: 'army-cap' } },
  reply: z.strictObject({
    ...StanceCellSchema.shape,
    history: z
      .array(HeldPositionSchema)
      .describe('Every position it ever had, in the order of their start'),
  }),
  answer: ({ projections, asOf }, { party, kind, subject: id }) => {
    const { stances } = projections
    const subject = { kind, id }
    if (!stances.parties(asOf.revision).includes(party)) throw unknownAt('party', party, asOf)
    if (!isKnownSubject(subject, projections, asOf)) throw unknownAt('subject', id, asOf)
    const history = stances.history(party, subject, asOf)
    return { ...stances.cell(party, subject, asOf), history }
  },
})

/** The number of cells of the whole matrix, as known after `revision`. */
function matrixSize(stances: Pick<Stances, 'parties' | 'subjects'>, revision: number): number {
  return stances.parties(revision).length * stances.subjects(revision).length
}

function matrixOf(
  { projections: { stances }, asOf, bound }: ReadContext,
  kind?: Subject['kind'],
): Pieces<Matrix> {
  const remedy = 'ask for one subject (?subject={kind}:{id}) or for one party (/stances/{party})'
  bound(matrixSize(stances, asOf.revision), remedy)
  return stances.matrix(asOf, kind)
}

/** Every party on one subject; undefined where nobody knew of it then, or it is of another kind. */
function cellsOn(
  subject: Subject,
  { projections, asOf, bound }: ReadContext,
  kind: Subject['kind'] = subject.kind,
): OnSubject['cells'] | undefined {
  if (kind !== subject.kind || !isKnownSubject(subject, projections, asOf)) return undefined
  const { stances } = projections
  bound(stances.parties(asOf.revision).length, ASK_ONE)
  return [...stances.onSubject(subject, asOf)]
}

const LAYER = ['', 'Commitment', 'Since', 'Speaker', 'Via', 'Support', 'Revision']

/** Columns that stand last, so that those before them keep their places. */
const TERMS = [
  ...['RedLine', 'Condition', 'Comparator', 'Value', 'To', 'Unit', 'Fit', 'Until'],
  ...['Conflict', 'CarriedBy', 'OnBehalfOf'],
]

/** One row for each party and subject: the stance, what leads in each layer, and what speaks against. */
function stancesTable(cells: Iterable<Cells.StanceCell>): Table {
  const columns = ['party', 'subjectKind', 'subject', 'stance', 'basis', 'possibly']
  const more = ['orElse', 'conflict']
  return {
    columns: [...columns, ...ofLayers(LAYER), ...more, ...ofLayers(TERMS)],
    rows: rowsOf(cells),
  }
}

function ofLayers(columns: readonly string[]): string[] {
  return ['declared', 'reported'].flatMap((name) => columns.map((column) => name + column))
}

function* rowsOf(cells: Iterable<Cells.StanceCell>): Generator<TableCell[]> {
  for (const cell of cells) {
    const { party, subject, stance, basis, possibly, orElse, conflict, declared, reported } = cell
    const common = [party, subject.kind, subject.id, stance, basis, possibly === true]
    const more = [orElse?.stance ?? null, sidesOf(conflict)]
    const terms = [...termCells(declared), ...termCells(reported)]
    yield [...common, ...layerCells(declared), ...layerCells(reported), ...more, ...terms]
  }
}

function layerCells(layer: Cells.Layer | null): TableCell[] {
  if (layer === null) return LAYER.map(() => null)
  const { commitment, since, speaker, via, support, revision } = layer.leader
  const who = speaker === null ? null : nameOf(speaker)
  return [layer.stance, commitment, written(since.text), who, via, support, revision]
}

/** The terms of the leading position: its limit, condition and number, and what stands against it. */
function termCells(layer: Cells.Layer | null): TableCell[] {
  if (layer === null) return TERMS.map(() => null)
  const { redLine, condition, quantity, fit, until, carriedBy, onBehalfOf } = layer.leader
  const { comparator, value, to, unit } = quantity ?? {}
  return [
    ...[redLine, condition ?? null, comparator ?? null, written(value), written(to), unit ?? null],
    ...[fit ?? null, written(until?.text), sidesOf(layer.conflict)],
    ...[`${carriedBy.kind}:${carriedBy.id}`, onBehalfOf],
  ]
}

function sidesOf(conflict: Cells.Conflict | null): string | null {
  return conflict?.map((side) => `${side.layer} ${side.stance}`).join(' against ') ?? null
}

function nameOf(speaker: Speaker): string {
  return 'id' in speaker ? speaker.id : (speaker.describedAs ?? speaker.kind)
}
