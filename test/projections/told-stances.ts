import { EvidenceOf } from '../../projections/evidence/evidence.ts'
import { Stances } from '../../projections/stances/stances.ts'
import { given, type Told } from './given.ts'

export const CAP = { kind: 'issue', id: 'cap' } as const

interface Said {
  readonly on: string
  readonly by?: string
  readonly of?: string
  readonly stance?: string
  readonly since?: string
  readonly until?: string
  readonly recordedAt?: string
  /** Members of the statement instead of those that make it declared. */
  readonly but?: object
}

let statements = 0

/**
 * A statement on the record with one position, on the issue `cap`: by a named person (`ann`) on
 * behalf of the party it is of (`ukraine`), unless told otherwise. Its id: `statement-<said>`.
 */
export function said(position: Said): Told {
  const { on, by = 'ann', of = 'ukraine', stance = 'supports', recordedAt, but } = position
  const { since, until } = position
  const dates = { ...(since && { since }), ...(until && { until }) }
  return {
    type: 'statement.recorded',
    occurred: on,
    ...(recordedAt && { recordedAt }),
    body: {
      statement: `statement-${statements++}`,
      speaker: { kind: 'person', id: by },
      onBehalfOf: of,
      positions: [{ party: of, subject: CAP, stance, ...dates }],
      ...but,
    },
  }
}

/** What was said, by somebody who is not named: in the reported layer. */
export function heard(position: Said): Told {
  const { by = 'ann' } = position
  const speaker = { kind: 'outlet', describedAs: by }
  return said({ ...position, but: { speaker, onBehalfOf: undefined, ...position.but } })
}

export function retracted(statement: Told, on: string): Told {
  return { type: 'statement.retracted', occurred: on, body: { statement: idIn(statement) } }
}

export function ended(statement: Told, on: string, party = 'ukraine'): Told {
  const body = { statement: idIn(statement), party, subject: CAP }
  return { type: 'position.ended', occurred: on, body }
}

export function listed(...parties: string[]): Told[] {
  return parties.map((party) => ({ type: 'party.listed', body: { party } }))
}

export function joined(party: string, grouping: string, on: string, since?: string): Told {
  const body = { party, grouping, ...(since && { since }) }
  return { type: 'grouping.joined', occurred: on, body }
}

export function left(party: string, grouping: string, on: string): Told {
  return { type: 'grouping.left', occurred: on, body: { party, grouping } }
}

export function withdrew(party: string, on: string): Told {
  return { type: 'party.withdrawn', occurred: on, body: { party } }
}

/**
 * A ledger of those events, and the cell of a party on `cap` at a valid time and revision: `kept` as
 * it is kept, `cell` with its mark as a boolean.
 */
export function ledger(...told: readonly Told[]) {
  const folded = given(told, (history) => {
    const evidence = new EvidenceOf(history)
    return { evidence, stances: new Stances(history, evidence) }
  })
  const kept = (on?: string, revision?: number, party = 'ukraine', subject: Subject = CAP) =>
    folded.stances.cell(party, subject, folded.at(on === undefined ? on : instant(on), revision))
  const cell = (...asked: Parameters<typeof kept>) => {
    const found = kept(...asked)
    return { ...found, possibly: found.possibly === true }
  }
  return { ...folded, kept, cell }
}

type Subject = Parameters<Stances['cell']>[1]

/** The id that a told statement has. */
export function idIn(statement: Told): string {
  return (statement.body as { statement: string }).statement
}

/** The noon of a day, or the instant itself. */
function instant(on: string): string {
  return on.includes('T') ? on : `${on}T12:00:00Z`
}
