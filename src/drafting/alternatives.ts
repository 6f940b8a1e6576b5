import type { Alternative } from '../../projections/drafts/clause.ts'
import {
  type Attributed,
  attributionOf,
  closesWithSaying,
  hasSecondSide,
  openingAttribution,
  tellsOfSaying,
} from './attribution.ts'
import { type Bracket, type Imbalance, readBrackets } from './brackets.ts'
import { codeKey, withPlainCodes } from './codes.ts'

/** The reading of the brackets of one text. */
export interface BracketReading {
  readonly alternatives: readonly Alternative[]
  readonly imbalances: readonly Imbalance[]
  /** Codes that stand for no party that we were told of. */
  readonly unresolved: readonly string[]
  /** Codes that support a wording: an alternative does not have these. */
  readonly others: readonly { readonly code: string; readonly says: 'support' }[]
  /** Brackets that are in the text alone, each with all within it. */
  readonly unread: readonly Unread[]
}

export interface Unread {
  readonly at: number
  /** It may say who wants it, but not so that it is read; or a clause can have no more. */
  readonly why: 'unclear' | 'in_heading' | 'too_many'
}

/** As the schema of a clause has it. */
const MOST_ALTERNATIVES = 1_000

/** Brackets within brackets. */
const MOST_LEVELS = 20

/** Of a clause with all its alternatives, in bytes: an operation must fit in the body of an event. */
const MOST_BYTES = 190_000
const BYTES_OF_MEMBERS = 120

/** So far into a bracket its words may say whose it is. */
const BEGINNING = 200

/**
 * The competing wordings in a text: each bracket that says who proposes or opposes it, those within
 * it too, labelled 1, 1.1, 2 by their place among such brackets. The text itself stays as it is, and
 * any other bracket that looks as if it said so is reported.
 *
 * @param parties the id of the party for each code as printed, whatever its case
 */
export function readAlternatives(
  text: string,
  parties: ReadonlyMap<string, string>,
): BracketReading {
  const plain = withPlainCodes(text, parties.keys())
  const { brackets, imbalances } = readBrackets(plain)
  const known = new Map(Array.from(parties, ([code, party]) => [codeKey(code), party]))
  const alternatives: Alternative[] = []
  const unresolved = new Set<string>()
  const others: { code: string; says: 'support' }[] = []
  const unread: Unread[] = []
  let room = MOST_BYTES - Buffer.byteLength(text)

  const idsOf = (attribution: readonly Attributed[], wanted: Attributed['says']) => {
    const codes = attribution.filter(({ says }) => says === wanted).flatMap((one) => one.codes)
    return [...new Set(codes.flatMap((code) => known.get(codeKey(code)) ?? []))]
  }
  const note = ({ codes, says }: Attributed) => {
    for (const code of codes) {
      if (!known.has(codeKey(code))) unresolved.add(code)
      if (says === 'support') others.push({ code, says })
    }
  }
  const visit = (level: readonly Bracket[], above: string, depth: number) => {
    let number = 0
    for (const bracket of level) {
      const { start: at, within } = bracket
      const { from, attribution, seemsAttributed } = attributionIn(plain, bracket, parties, known)
      const held = text.slice(from, bracket.end - 1)
      if (depth > MOST_LEVELS) {
        unread.push({ at, why: 'too_many' })
      } else if (attribution === undefined) {
        if (seemsAttributed) unread.push({ at, why: 'unclear' })
        visit(within, above, depth + 1)
      } else if (alternatives.length === MOST_ALTERNATIVES || Buffer.byteLength(held) > room) {
        unread.push({ at, why: 'too_many' })
      } else {
        number += 1
        room -= Buffer.byteLength(held) + BYTES_OF_MEMBERS
        const [proposers, opponents] = [idsOf(attribution, 'propose'), idsOf(attribution, 'oppose')]
        const label = `${above}${number}`
        for (const one of attribution) note(one)
        const reserving = idsOf(attribution, 'reserve')
        const reserved = reserving.length > 0 && { reserving }
        alternatives.push({ label, text: held, proposers, opponents, ...reserved })
        visit(within, `${label}.`, depth + 1)
      }
    }
  }
  visit(brackets, '', 1)
  return { alternatives, imbalances, unresolved: [...unresolved], others, unread }
}

/** The parties that a bracket names and their sides, if these can be read, and where its words begin. */
function attributionIn(
  text: string,
  { start, end, within }: Bracket,
  parties: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
): { from: number; attribution?: readonly Attributed[] | undefined; seemsAttributed: boolean } {
  const own = text.slice(start + 1, within[0]?.start ?? end - 1)
  const isKnown = (name: string) => known.has(codeKey(name))
  const colon = /[:：](?:\d{1,3}(?=\s)|[⁰¹²³⁴-⁹]{1,3})?/u.exec(own.slice(0, BEGINNING))
  const words = own.slice(0, colon?.index ?? BEGINNING)
  const opened = colon === null ? openingAttribution(own, isKnown) : undefined
  const length = colon === null ? (opened?.length ?? 0) : colon.index + colon[0].length
  const held = text.slice(start + 1 + length, end - 1).trimStart()
  const from = end - 1 - held.length
  const attribution = colon === null ? opened?.attribution : attributionOf(words, isKnown)
  const isNothing = colon === null && held === ''
  const isProposed = attribution?.some(({ says }) => says === 'propose')
  if (isNothing && attribution !== undefined) return { from, seemsAttributed: true }
  if (isProposed && /^(?:to )?delet/i.test(held)) return { from, seemsAttributed: true }
  const closing = text.slice(Math.max(start + 1 + length, within.at(-1)?.end ?? 0), end - 1)
  if (closesWithSaying(closing, isKnown) || hasSecondSide(held, isKnown)) {
    return { from, seemsAttributed: true }
  }
  const names = words.split(/[\s,;/+()]+/)
  const isSaid = tellsOfSaying(words) && names.some((name) => /^\p{Lu}{2}/u.test(name))
  const isNamed = names.some((name) => parties.has(name))
  const seemsAttributed = isSaid || isNamed || (colon !== null && words.trim() !== '')
  return { from, attribution, seemsAttributed }
}
