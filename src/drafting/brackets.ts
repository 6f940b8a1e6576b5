/** Text in square brackets, and who is said in it to want it. */
export interface Bracket {
  /** Where `[` and the character after `]` stand, in UTF-16 units; brackets nest. */
  readonly start: number
  readonly end: number
  readonly attribution: readonly Attributed[]
  /** What it holds, verbatim, without the attribution. */
  readonly text: string
  readonly within: readonly Bracket[]
}

/** Codes as printed, and what is said of them. */
export interface Attributed {
  readonly codes: readonly string[]
  readonly says: 'propose' | 'support' | 'oppose' | 'reserve'
}

/** A bracket without its counterpart. */
export interface Imbalance {
  readonly at: number
  readonly bracket: '[' | ']'
}

interface Open {
  readonly start: number
  readonly within: Bracket[]
}

const CODE = "[\\p{Lu}\\d][\\p{L}\\d.'’&-]*"
const BETWEEN = '(?:\\s*[/,+]\\s*|\\s+and\\s+)'
const SAYS = 'propos|support|oppos|reserv'
const ATTRIBUTED = new RegExp(
  `^\\s*(${CODE}(?:${BETWEEN}${CODE})*)\\s+(${SAYS})\\p{L}*(?:\\s+\\p{L}+)?\\s*$`,
  'u',
)

/**
 * The brackets of a text, outermost first in order, and those that do not balance. Total: what cannot
 * be read as an attribution is text. A `]` closes the nearest open bracket.
 */
export function readBrackets(text: string): {
  readonly brackets: readonly Bracket[]
  readonly imbalances: readonly Imbalance[]
} {
  const brackets: Bracket[] = []
  const imbalances: Imbalance[] = []
  const open: Open[] = []
  for (const { 0: character, index } of text.matchAll(/[[\]]/g)) {
    if (character === '[') {
      open.push({ start: index, within: [] })
      continue
    }
    const closed = open.pop()
    if (closed === undefined) imbalances.push({ at: index, bracket: ']' })
    else (open.at(-1)?.within ?? brackets).push(bracketOf(text, closed, index))
  }
  for (const { start, within } of open) {
    imbalances.push({ at: start, bracket: '[' })
    brackets.push(...within)
  }
  return {
    brackets: brackets.sort((a, b) => a.start - b.start),
    imbalances: imbalances.sort((a, b) => a.at - b.at),
  }
}

function bracketOf(text: string, { start, within }: Open, at: number): Bracket {
  const inside = text.slice(start + 1, at)
  const before = within[0] === undefined ? inside : text.slice(start + 1, within[0].start)
  const colon = before.indexOf(':')
  const attribution = colon < 0 ? undefined : attributionOf(before.slice(0, colon))
  const held = attribution === undefined ? inside : inside.slice(colon + 1).trimStart()
  return { start, end: at + 1, attribution: attribution ?? [], text: held, within }
}

/** `NZ/CL propose; US/JP oppose`; undefined where any part of it is something else. */
function attributionOf(words: string): Attributed[] | undefined {
  const found: Attributed[] = []
  for (const part of words.split(';')) {
    const [, codes = '', verb = ''] = ATTRIBUTED.exec(part) ?? []
    if (codes === '') return undefined
    const says = VERBS[verb] as Attributed['says']
    found.push({ codes: codes.split(new RegExp(BETWEEN)), says })
  }
  return found
}

const VERBS: Readonly<Record<string, Attributed['says']>> = {
  propos: 'propose',
  support: 'support',
  oppos: 'oppose',
  reserv: 'reserve',
}
