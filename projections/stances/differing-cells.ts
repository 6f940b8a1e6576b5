import type { Membership } from '../parties/memberships.ts'
import type { Pieces } from '../time/pieces.ts'
import type { SharedMoment } from './kept-moments.ts'
import { ANY_PARTY, type CellName, type TouchedCells } from './touched-cells.ts'

interface Parties {
  /** The parties that ever were members of a grouping. */
  everMembers(grouping: string): Iterable<string>
  /** The parties listed after a revision. */
  listed(revision: number): readonly string[]
  isListed(party: string, revision: number): boolean
}

/** The cells in a piece. */
const PIECE = 256

/**
 * The answers that may differ between two moments, each by its party and subject: those that a
 * position, a membership, a listing or a source of theirs may have changed. All others are the same.
 */
export function* differingCells(
  touched: TouchedCells,
  parties: Parties,
  from: SharedMoment,
  to: SharedMoment,
): Pieces<CellName[]> {
  yield* touched.settle()
  const found = new Found()
  const answering = (holder: string) => {
    const members = Array.from(parties.everMembers(holder)).filter((party) =>
      [from, to].some((moment) => isIn(moment.membershipsOf(party), holder)),
    )
    return [holder, ...members]
  }
  for (const cell of touched.cellsBetween(from.asOf, to.asOf)) {
    for (const party of answering(cell.party)) if (found.add(party, cell) % PIECE === 0) yield
  }
  for (const source of touched.sourcesBetween(from.asOf, to.asOf)) {
    for (const cell of touched.ofSource(source)) {
      for (const party of answering(cell.party)) if (found.add(party, cell) % PIECE === 0) yield
    }
  }
  for (const party of partiesBetween(touched, parties, from, to)) {
    for (const holder of holdersOtherwise(party, parties, from, to)) {
      for (const cell of touched.ofHolder(holder)) if (found.add(party, cell) % PIECE === 0) yield
    }
  }
  return found.cells
}

function partiesBetween(
  touched: TouchedCells,
  parties: Parties,
  from: SharedMoment,
  to: SharedMoment,
): Iterable<string> {
  const between = new Set(touched.partiesBetween(from.asOf, to.asOf))
  if (!between.has(ANY_PARTY)) return between
  return [...parties.listed(from.asOf.revision), ...parties.listed(to.asOf.revision)]
}

/** The holders whose positions a party answers with at one of the moments, and not so at the other. */
function holdersOtherwise(
  party: string,
  parties: Parties,
  from: SharedMoment,
  to: SharedMoment,
): string[] {
  const [before, after] = [from.membershipsOf(party), to.membershipsOf(party)]
  const groupings = new Set([...before, ...after].map(({ grouping }) => grouping))
  const isListed = ({ asOf }: SharedMoment) => parties.isListed(party, asOf.revision)
  if (isListed(from) !== isListed(to)) return [party, ...groupings]
  return [...groupings].filter(
    (grouping) => holdingIn(before, grouping) !== holdingIn(after, grouping),
  )
}

function isIn(memberships: readonly Membership[], grouping: string): boolean {
  return holdingIn(memberships, grouping) !== undefined
}

function holdingIn(memberships: readonly Membership[], grouping: string) {
  return memberships.find((membership) => membership.grouping === grouping)?.holding
}

/** Cells, each once. */
class Found {
  readonly cells: CellName[] = []
  readonly #known = new Map<CellName['subject'], Set<string>>()

  /** @returns how many there are */
  add(party: string, cell: CellName): number {
    const { subject } = cell
    const known = this.#known.get(subject) ?? new Set()
    this.#known.set(subject, known)
    if (!known.has(party)) {
      known.add(party)
      this.cells.push(cell.party === party ? cell : { party, subject })
    }
    return this.cells.length
  }
}
