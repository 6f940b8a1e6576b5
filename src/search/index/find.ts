import type { DatabaseSync } from 'node:sqlite'
import type { UncertainDate } from '../../../events/envelope.ts'
import type { FactType } from '../../../events/facts.ts'
import type { Mention } from '../../../projections/timeline/mentions.ts'
import type { Ask, IndexedTo, SearchPlace } from '../ask.ts'
import { type Snippet, snippetsOf } from '../snippet.ts'
import { expressionOf, writtenExpressionOf } from '../words/columns.ts'
import { parseQuery, type QueryTerm } from '../words/query.ts'
import { conditionsOf } from './conditions.ts'
import { indexedUpTo } from './indexed-up-to.ts'

/**
 * The rank of a fact, the least first: those that have all words as they are written, and of these the
 * shortest. It rests on the fact alone: how often words stand elsewhere would tell of what the reader
 * may not read.
 */
const RANK = 'stood.words'
const RANK_WITH_FORMS = `stood.words +
  (word.rowid NOT IN (SELECT rowid FROM word WHERE word MATCH $written)) * ${2 ** 40}`

/** The event from which, or up to which, a fact stood. */
export interface Turn {
  readonly revision: number
  readonly recordedAt: number
}

/** A fact that has the words that were looked for. */
export interface Hit {
  /** Its place in the order that was asked for: the least score first, and of one score the least key. */
  readonly score: number
  readonly key: number
  /** The ledger's name in the store. */
  readonly ledger: string
  readonly kind: string
  readonly type: FactType
  /** All that the fact is about: the statement, the meeting, the draft; null for a negotiation. */
  readonly about: Mention | null
  /** Event id and revision of the entry in whose place the fact stands. */
  readonly id: string
  readonly entry: number
  /** Revision of the event whose words these are, and when it was recorded. */
  readonly revision: number
  readonly recordedAt: number
  readonly occurred: UncertainDate
  readonly language: string | null
  readonly level: string | null
  readonly stoodFrom: Turn
  /** The event that took it away later than what was asked about. */
  readonly goneFrom: Turn | null
  readonly snippets: readonly Snippet[]
}

export interface Found {
  /** As known when; null where nothing is indexed. */
  readonly transactionTime: number | null
  readonly indexedTo: IndexedTo
  readonly hits: readonly Hit[]
  /** The place at which the next page begins; null at the end. */
  readonly next: SearchPlace | null
}

/** One page of what an index finds. */
export function find(db: DatabaseSync, ask: Ask): Found {
  const indexedTo = indexedUpTo(db, ask)
  const { latest } = indexedTo
  const transactionTime = ask.after?.transactionTime ?? ask.transactionTime ?? latest
  const terms = parseQuery(ask.text)
  if (terms.length === 0 || transactionTime === null) {
    return { transactionTime, indexedTo, hits: [], next: null }
  }
  const asked = ask.revision === undefined ? { ...ask, transactionTime } : ask
  const rows = places(db, asked, terms)
  const page = rows.slice(0, ask.limit)
  const last = page.at(-1)
  const next =
    rows.length > page.length && last !== undefined ? { transactionTime, ...place(last) } : null
  return { transactionTime, indexedTo, hits: page.map((row) => hit(db, row, terms)), next }
}

interface Row {
  readonly key: number
  readonly since: number
  readonly score: number
}

/**
 * The facts of a page in their order, and one more where there is one. Each word has its fact: a left
 * join lets SQLite leave the facts out where no condition is on them.
 */
function places(db: DatabaseSync, ask: Ask, terms: readonly QueryTerm[]): Row[] {
  const { sql, values } = conditionsOf(ask)
  const isRanked = ask.order === 'relevance'
  const written = isRanked ? writtenExpressionOf(terms) : undefined
  const rank = written === undefined ? RANK : RANK_WITH_FORMS
  const score = isRanked ? rank : '-fact.valid_from'
  const after = ask.after && { score: ask.after.score, key: ask.after.key }
  const statement = db.prepare(
    `SELECT * FROM (
       SELECT word.rowid AS key, stood.from_revision AS since, ${score} AS score
       FROM word JOIN stood ON stood.fact = word.rowid LEFT JOIN fact ON fact.key = word.rowid
       WHERE word MATCH $words ${sql})
     ${after === undefined ? '' : 'WHERE score > $score OR (score = $score AND key > $key)'}
     ORDER BY score, key LIMIT $most`,
  )
  const words = expressionOf(terms)
  const own = { words, ...(written !== undefined && { written }) }
  return statement.all({ ...values, ...after, ...own, most: ask.limit + 1 }) as unknown as Row[]
}

function place({ score, key }: Row) {
  return { score, key }
}

interface HitRow {
  readonly ledger: string
  readonly kind: string
  readonly type: FactType
  readonly about: string | null
  readonly id: string
  readonly entry: number
  readonly revision: number
  readonly recorded_at: number
  readonly occurred: string
  readonly language: string | null
  readonly level: string | null
  readonly texts: string
  readonly from_revision: number
  readonly from_at: number
  readonly gone_revision: number | null
  readonly gone_at: number | null
}

function hit(db: DatabaseSync, { key, since, score }: Row, terms: readonly QueryTerm[]): Hit {
  const row = db
    .prepare(
      `SELECT ledger.name AS ledger, kind, type, about, id, entry, revision, recorded_at, occurred,
         language, level, texts, from_revision, from_at, gone_revision, gone_at
       FROM fact JOIN ledger ON ledger.key = fact.ledger
       JOIN stood ON stood.fact = fact.key AND stood.from_revision = ?
       WHERE fact.key = ?`,
    )
    .get(since, key) as unknown as HitRow
  const { ledger, kind, type, id, entry, revision, language, level } = row
  return {
    ...{ score, key, ledger, kind, type, id, entry, revision, language, level },
    about: JSON.parse(row.about ?? 'null'),
    recordedAt: row.recorded_at,
    occurred: JSON.parse(row.occurred),
    stoodFrom: { revision: row.from_revision, recordedAt: row.from_at },
    goneFrom: turn(row.gone_revision, row.gone_at),
    snippets: snippetsOf(JSON.parse(row.texts), terms),
  }
}

function turn(revision: number | null, recordedAt: number | null): Turn | null {
  return revision === null || recordedAt === null ? null : { revision, recordedAt }
}
