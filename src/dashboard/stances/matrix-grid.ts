import type { Subject } from '../../../events/position.ts'
import type { IssueReply } from '../../../projections/issues.ts'
import type { PartyReply } from '../../../projections/parties/parties.ts'
import { sideOf } from '../../../projections/stances/side.ts'
import type { MatrixRow, ShownCell } from './matrix-rows.ts'
import type { MatrixSettings } from './matrix-settings.ts'

/** A party or a subject at the head of a row or a column. */
export interface GridHead {
  readonly id: string
  readonly name: string
  /** The proposition of an issue. */
  readonly detail?: string
  readonly isSettled?: boolean
  /** True if it is a grouping, which stands before its members. */
  readonly isBloc?: boolean
  /** The theme of an issue, the part of the draft that a clause is in; of parties, their bloc. */
  readonly group: string
}

export interface PartyHead extends GridHead {
  /** Its place in the matrix that was read. */
  readonly place: number
}

export interface SubjectHead extends GridHead {
  readonly subject: Subject
  /** Its place in the text of a draft; 0 of an issue. */
  readonly order: number
  readonly apart: number
  readonly cells: readonly ShownCell[]
}

/** The parties and subjects that are shown, in order. The cell of both is `subject.cells[party.place]`. */
export interface MatrixGrid {
  readonly parties: readonly PartyHead[]
  readonly subjects: readonly SubjectHead[]
  /** The number that is left out since nothing is recorded of it. */
  readonly hidden: { readonly parties: number; readonly subjects: number }
}

/** The names and replies that the heads are made of. */
export interface GridSource {
  readonly rows: readonly MatrixRow[]
  /** In the order of the cells. */
  readonly parties: readonly string[]
  readonly replies: readonly PartyReply[]
  readonly issues: readonly IssueReply[]
  readonly nameOfParty: (id: string) => string
  readonly nameOf: (subject: Subject) => string
  /** The part of its draft that a clause is in, and its place in the text; of issues, none. */
  readonly sectionOf: (subject: Subject) => string
  readonly placeOf: (subject: Subject) => number
  /** The distance between the parties, from 0 to 1. */
  readonly apartOn: (subject: Subject) => number
}

/** Arranges the rows as the settings say: found, filtered, sorted, grouped. */
export function gridOf(source: GridSource, settings: MatrixSettings): MatrixGrid {
  const isHiding = isHidingEmpty(settings)
  const subjects = source.rows
    .map((row) => subjectHead(row, source, settings.isGrouped))
    .filter(isHaving(settings.having))
  const parties = partyHeads(source, settings.isGrouped)
  const [foundParties, foundSubjects] = find(settings.find, parties, subjects)
  const keptSubjects = isHiding
    ? foundSubjects.filter(({ cells }) => cells.some(isRecord))
    : foundSubjects
  const keptParties = isHiding
    ? foundParties.filter(({ place }) => source.rows.some(({ cells }) => isRecord(cells[place])))
    : foundParties
  return {
    parties:
      settings.sort === 'name' && !settings.isGrouped ? keptParties.toSorted(byName) : keptParties,
    subjects: sorted(keptSubjects, settings),
    hidden: {
      parties: foundParties.length - keptParties.length,
      subjects: foundSubjects.length - keptSubjects.length,
    },
  }
}

/** An issue on which nobody has a record says something; a clause does not, unless it is asked for. */
export function isHidingEmpty({ empty, subjects }: MatrixSettings): boolean {
  return (empty ?? (subjects === 'issue' ? 'shown' : 'hidden')) === 'hidden'
}

function subjectHead(
  { subject, cells }: MatrixRow,
  source: GridSource,
  isGrouped: boolean,
): SubjectHead {
  const { kind, id } = subject
  const issue = kind === 'issue' ? source.issues.find((each) => each.issue === id) : undefined
  return {
    id: `${kind}:${id}`,
    name: source.nameOf(subject),
    group: isGrouped ? (issue?.theme ?? source.sectionOf(subject)) : '',
    ...(issue && { detail: issue.proposition, isSettled: issue.state === 'settled' }),
    subject,
    order: source.placeOf(subject),
    apart: source.apartOn(subject),
    cells,
  }
}

/** Parties as they were listed; grouped, each bloc before its members, and those of none at the end. */
function partyHeads(source: GridSource, isGrouped: boolean): PartyHead[] {
  const { parties, replies, nameOfParty } = source
  const replyOf = new Map(replies.map((reply) => [reply.party, reply]))
  const isBloc = (id: string) => (replyOf.get(id)?.members.length ?? 0) > 0
  const head = (id: string, group: string): PartyHead => ({
    ...{ id, name: nameOfParty(id), group, place: parties.indexOf(id) },
    ...(isBloc(id) && { isBloc: true }),
  })
  if (!isGrouped) return parties.map((id) => head(id, ''))
  const blocs = parties.filter(isBloc)
  const blocOf = (id: string) => {
    const own = replyOf.get(id)?.groupings.map(({ id }) => id) ?? []
    return isBloc(id) ? id : (blocs.find((bloc) => own.includes(bloc)) ?? '')
  }
  return [...blocs, ''].flatMap((bloc) => {
    const members = parties.filter((id) => blocOf(id) === bloc && id !== bloc)
    return (bloc === '' ? members : [bloc, ...members]).map((id) => head(id, bloc))
  })
}

/** Words narrow the parties or the subjects whose names have them, whichever have. */
function find<P extends GridHead, S extends GridHead>(
  words: string,
  parties: readonly P[],
  subjects: readonly S[],
): [readonly P[], readonly S[]] {
  const sought = words.trim().toLowerCase()
  if (sought === '') return [parties, subjects]
  const has = ({ name, detail = '', group }: GridHead) =>
    `${name} ${detail} ${group}`.toLowerCase().includes(sought)
  const [foundParties, foundSubjects] = [parties.filter(has), subjects.filter(has)]
  if (foundParties.length === 0) return [parties, foundSubjects]
  return [foundParties, foundSubjects.length === 0 ? subjects : foundSubjects]
}

function isRecord(cell: ShownCell | undefined): boolean {
  return cell !== undefined && cell.stance !== 'no_record'
}

function isHaving(having: MatrixSettings['having']): (head: SubjectHead) => boolean {
  const some = (is: (cell: ShownCell) => boolean) => (head: SubjectHead) => head.cells.some(is)
  switch (having) {
    case 'any':
      return () => true
    case 'against':
      return some(({ stance }) => sideOf(stance) === 'against')
    case 'apart':
      return ({ apart }) => apart > 0
    case 'conflicting':
      return some(({ stance }) => stance === 'conflicting')
    case 'red-line':
      return some(({ isRedLine }) => isRedLine)
    case 'unsupported':
      return some(({ isUnsupported }) => isUnsupported)
    case 'changed':
      return some(({ step }) => step !== undefined)
  }
}

function sorted(heads: readonly SubjectHead[], { sort, isGrouped }: MatrixSettings): SubjectHead[] {
  const latest = ({ cells }: SubjectHead) => Math.max(...cells.map(({ saidIn }) => saidIn))
  const orders = {
    order: (a: SubjectHead, b: SubjectHead) => a.order - b.order,
    name: byName,
    apart: (a: SubjectHead, b: SubjectHead) => b.apart - a.apart,
    latest: (a: SubjectHead, b: SubjectHead) => latest(b) - latest(a),
  } as const
  const all = heads.toSorted(orders[sort])
  if (!isGrouped) return all
  return [...Map.groupBy(all, ({ group }) => group).values()].flat()
}

function byName(a: GridHead, b: GridHead): number {
  return a.name.localeCompare(b.name, 'en', { numeric: true })
}
