import type { Alternative } from '../../projections/drafts/clause.ts'
import { type Bracket, type Imbalance, readBrackets } from './brackets.ts'

/** What the brackets of one text say, as far as they can be read. */
export interface BracketReading {
  readonly alternatives: readonly Alternative[]
  readonly imbalances: readonly Imbalance[]
  /** Codes that stand for no party that we were told of. */
  readonly unresolved: readonly string[]
  /** Who is said to support a wording or to reserve: an alternative has proposers and opponents. */
  readonly others: readonly { readonly code: string; readonly says: 'support' | 'reserve' }[]
}

const MOST_ALTERNATIVES = 50

/**
 * The competing wordings in a text: each bracket that says who proposes or opposes it, those within
 * it too, labelled 1, 1.1, 2 by their place among such brackets. The text itself stays as it is.
 *
 * @param parties the id of the party for each code as printed
 */
export function readAlternatives(
  text: string,
  parties: ReadonlyMap<string, string>,
): BracketReading {
  const { brackets, imbalances } = readBrackets(text)
  const alternatives: Alternative[] = []
  const unresolved = new Set<string>()
  const others: { code: string; says: 'support' | 'reserve' }[] = []

  const ids = (bracket: Bracket, wanted: 'propose' | 'oppose') => {
    const codes = bracket.attribution.filter(({ says }) => says === wanted)
    return [
      ...new Set(codes.flatMap((one) => one.codes.flatMap((code) => parties.get(code) ?? []))),
    ]
  }
  const visit = (level: readonly Bracket[], above: string) => {
    let number = 0
    for (const bracket of level) {
      if (bracket.attribution.length === 0) {
        visit(bracket.within, above)
        continue
      }
      number += 1
      const label = `${above}${number}`
      for (const { codes, says } of bracket.attribution) {
        for (const code of codes) {
          if (!parties.has(code)) unresolved.add(code)
          if (says === 'support' || says === 'reserve') others.push({ code, says })
        }
      }
      const [proposers, opponents] = [ids(bracket, 'propose'), ids(bracket, 'oppose')]
      alternatives.push({ label, text: bracket.text, proposers, opponents })
      visit(bracket.within, `${label}.`)
    }
  }
  visit(brackets, '')
  return {
    alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
    imbalances,
    unresolved: [...unresolved],
    others,
  }
}
