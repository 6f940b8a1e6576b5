import { hash } from 'node:crypto'
import { z } from 'zod'
import type { TemporalKey } from '../../../projections/time/bitemporal.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { problemAt } from '../../problems/problem.ts'
import { reason } from '../../words/reason.ts'
import type { AsOfQuery } from '../contract.ts'
import { cursorOf, readCursor, wrongCursor } from './cursor.ts'

/** The list, the moment, and two numbers that say where its next page begins. */
const Cursor = z.tuple([z.string(), z.int(), z.number(), z.number().nullable(), z.number()])

/** Parameters that leave a list the same list: of which page, as of when, and in which form. */
const SAME_LIST = new Set(
  'cursor limit revision transactionTime validTime minRevision lang format bom'.split(' '),
)

/** Names the list that an address has, by its path and whatever chooses the items. */
export function listAt(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const chosen = [...searchParams].filter(([name]) => !SAME_LIST.has(name)).sort()
  return hash('sha256', JSON.stringify([pathname, chosen]), 'base64url').slice(0, 11)
}

/** The start of a page: after that item in the order of the list, and as of which moment. */
export interface PageStart {
  readonly moment: { readonly revision: number; readonly validTime: number }
  /** Milliseconds and rank in a list that is in valid-time order; else 0 and how many came before. */
  readonly place: TemporalKey
}

/**
 * Reads the cursor of a list as of a moment.
 *
 * @param list as `listAt` names it
 *
 * @throws {Problem} `parameter_invalid`: it is of another list.
 */
export function pageStart(list: string, cursor: string): PageStart {
  const [of, revision, validTime, from, entry] = readCursor(cursor, Cursor)
  if (of !== list) throw wrongCursor()
  const place = { from: from ?? Number.NEGATIVE_INFINITY, entry }
  return { moment: { revision, validTime }, place }
}

/**
 * The moment that a request asks for: that of its cursor, so that all pages tell of one moment.
 *
 * @throws {Problem} `parameter_invalid`: the request names another moment beside it.
 */
export function momentOfPage(asked: AsOfQuery, { moment }: PageStart): AsOfQuery {
  for (const name of ['revision', 'validTime'] as const) {
    if (asked[name] === undefined || asked[name] === moment[name]) continue
    const what = reason('moment_of_cursor', { name })
    throw problemAt('parameter_invalid', [{ parameter: name, what }])
  }
  return { ...moment, minRevision: asked.minRevision }
}

/** The cursor of the page that begins after a place. */
export function cursorOfPage(
  list: string,
  { revision, validTime }: AsOf,
  { from, entry }: TemporalKey,
): string {
  return cursorOf([list, revision, validTime, Number.isFinite(from) ? from : null, entry])
}
