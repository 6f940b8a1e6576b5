import type { Kind } from '../../decide/claim.ts'
import type { LimitedCount, ReasonParams } from '../../decide/reasons.ts'
import { INTRODUCED_BY_TYPE } from '../introduced-by.ts'
import type { Sentences } from '../words.ts'
import { schemaReasons } from './schema-reasons.ts'

/** Reasons of refusals in English, each the rest of a sentence that begins with the part at fault. */
export const reasons: Sentences<ReasonParams> = {
  ...schemaReasons,
  no_negotiation: () =>
    'is not known here, or you have no role in it: correct the id, ask one of its admins for a role, or begin it with negotiation.opened, which takes the role creator',
  no_command: () => 'holds no command: send at least one',
  faults_not_read: () =>
    'and what follows it was not looked at: send it again once the rest is mended',
  more_faults: ({ count }) => `has ${count} more faults: mend those that are told first`,
  opening_taken: () =>
    'opens a negotiation that is open already: leave it out, or correct the opening',
  id_taken: ({ kind, id }) =>
    `introduces ${aKind(kind)} "${id}", which the ledger has already: choose another id, or correct that entry`,
  id_unknown: ({ kind, id }) =>
    `names ${aKind(kind)} "${id}", which nothing in the ledger introduces: correct the id, or record ${INTRODUCED_BY[kind]} before it`,
  id_above_level: ({ kind, id }) => `names ${aKind(kind)} "${id}", ${ABOVE}`,
  target_above_level: ({ target }) => `names ${target}, ${ABOVE}`,
  target_unknown: ({ target, to }) =>
    `names ${target}, and the ledger has no event of that id: give that of the entry to ${to}`,
  target_not_correctable: ({ target }) =>
    `names ${target}, which is about the log itself, releases or erases an entry, or is erased: name another, since no correction concerns these`,
  target_public: ({ target }) => `names ${target}, which is public already: leave the release out`,
  target_erased: ({ target }) => `names ${target}, which is erased: leave it out`,
  target_not_erasable: ({ target }) =>
    `names ${target}, which is public, and may have been copied by anybody: only what is above public can be erased, so correct or void it instead`,
  no_grouping: ({ party }) =>
    `names "${party}", which is not listed as a grouping: name one that is`,
  is_grouping: ({ party }) =>
    `names "${party}", which is a grouping: name a party that is none, since a grouping's members are parties`,
  stays_grouping: ({ party }) =>
    `names "${party}", which is a grouping, and stays one: name a party that is none`,
  too_many: ({ counted, total, most }) =>
    `comes to ${total} ${countedText(counted)}, and the limit is ${most}: ${FEWER[counted.kind]}`,
  session_undated: ({ meeting }) =>
    `is missing, and no entry says when meeting "${meeting}" convened or concluded: add the date, such as "2026-03-01"`,
  quote_absent: ({ source, nearest }) =>
    `is not in the text of "${source}": give its own words, or leave the quote out${near(nearest)}`,
  quote_misplaced: ({ source, missed, places, orMore, nearest, given }) => {
    const often = places === 1 ? 'once' : `at ${places} places${orMore ? ' or more' : ''}`
    const has = `does not fit: the text of "${source}" has the quoted words ${often}`
    if (given !== undefined) {
      return `${has}, not at ${given.start} to ${given.end}, where it says "${given.says}"; offsets are in UTF-16 units, with lines that end in LF`
    }
    const where = missed === 'prefix' ? 'after this prefix' : 'before this suffix'
    return `${has}, ${places === 1 ? 'but not' : 'none of them'} directly ${where}${near(nearest)}`
  },
  opening_voided: () =>
    'names the opening of the negotiation, which cannot be voided: correct it instead',
  opening_replaced: () =>
    'must be negotiation.opened: an opening is replaced by another opening alone',
  opening_with_level: () =>
    'must be left out: an opening is public, since it says which levels there are',
  default_level_changed: ({ level }) =>
    `must stay as it was when the negotiation was opened: ${level}`,
  levels_changed: ({ levels }) =>
    `must stay as they were named when the negotiation was opened: ${levels.join(', ') || 'none'}`,
  release_of_public: () =>
    'is for entries above public: leave it out, or give the level of the entry',
  release_with_level: () =>
    'must be left out: a release is public, since everybody is to learn of it',
  time_past: ({ time }) => `is ${time}, which is past: give a later time, or leave it out`,
  level_unknown: ({ level, levels }) =>
    `is "${level}", which is no level of this negotiation: choose one of ${levels.join(', ')}`,
  level_beyond_clearance: ({ level, clearance }) =>
    `is "${level}", and you are cleared for ${clearance}: choose a level up to that`,
  rests_on_hidden: ({ places }) =>
    `names an entry that rests on what is not public, in its ${places.join(', ')}: record the release of that first`,
  erasure_by_command: () =>
    'is recorded by the service alone: let an admin ask for the erasure, and another confirm it (POST …/erasures)',
  not_own_statement: ({ own }) =>
    `names an entry that is no statement of ${own.join(', ')} alone, for whom you may record: name one that is`,
  not_own_type: ({ type, own }) =>
    `is ${type}, and you may record statements of ${own.join(', ')} alone, and correct them`,
  no_own_party: ({ own }) =>
    `is missing, and you may record for ${own.join(', ')} alone: say for whom it is said`,
  not_own_party: ({ party, own }) =>
    `names "${party}", and you may record for ${own.join(', ')} alone`,
  role_unknown: ({ role, place, roles }) =>
    `is "${role}", which is no role ${PLACES[place]}: choose one of ${roles.join(', ')}`,
  role_not_held: ({ role, principal, place }) =>
    `is "${role}", which ${principal} does not have ${PLACES[place]}: correct the role or the principal`,
  last_lead: ({ role, place }) =>
    `must leave somebody with the role ${role} ${PLACES[place]}, without an end: grant that to another principal first`,
  clearance_in_service: () =>
    'is for roles in a negotiation: leave it out, since the service has no levels',
  parties_of_no_recorder: () => 'is for recorders alone: leave it out, or grant the role recorder',
}

/** The reason against naming what is above the level of an entry, and the remedy. */
const ABOVE =
  'which is recorded at a higher level: record the entry at that level or above, or leave the name out'

/** The entry that brings in a thing of each kind. */
const INTRODUCED_BY: Readonly<Record<Kind, string>> = {
  ...INTRODUCED_BY_TYPE,
  revision: 'draft.tabled or draft.revised',
  clause: 'an operation that adds it',
  wording: 'an operation that has it among its alternatives',
  meeting: 'a meeting entry with opens',
}

function aKind(kind: Kind): string {
  return kind === 'issue' ? 'an issue' : `a ${kind}`
}

const PLACES = { negotiation: 'in a negotiation', service: 'in the service' }

function countedText(counted: LimitedCount): string {
  switch (counted.kind) {
    case 'acts_of_entry':
      return 'acts of parties on words in this entry'
    case 'acts_of_revision':
      return `acts of parties on words in all entries of revision "${counted.revision}"`
    case 'positions_of_voices':
      return 'positions times voices, which are the speaker and jointlyWith'
    case 'retractions':
      return `retractions of statement "${counted.statement}", voided ones included`
    case 'ends_of_position':
      return `ends of one position in statement "${counted.statement}", voided ones included`
  }
}

/** The remedy where there are too many. */
const FEWER: Readonly<Record<LimitedCount['kind'], string>> = {
  acts_of_entry: 'put some of the operations into a draft.operationsAdded',
  acts_of_revision: 'put the other operations into a further revision that is made from it',
  positions_of_voices: 'divide the positions among several statements',
  retractions: 'correct one of them instead',
  ends_of_position: 'correct one of them instead',
}

function near(passage: string | undefined): string {
  return passage === undefined ? '' : `; the nearest passage is "${passage}"`
}
