/** Codes as printed, and what is said of them. */
export interface Attributed {
  readonly codes: readonly string[]
  readonly says: 'propose' | 'support' | 'oppose' | 'reserve'
}

interface Saying {
  readonly says: Attributed['says']
  /** Whether the names come after it, as in `supported by CL`. */
  readonly passive: boolean
  readonly words: string
}

/** Longer words before a colon say something else. */
const LONGEST = 200

const PROPOSE = 'propos(?:e[sd]?|ing|als?)'
const DELETE = '(?:the )?(?:to delete|deletion|deleting|to remove|removal|removing)(?: of)?'

/** Who would delete words opposes them: that is looked for before the proposing of words. */
const SAYINGS: readonly Saying[] = [
  { says: 'oppose', passive: true, words: `(?:${DELETE} proposed|opposed) by` },
  { says: 'propose', passive: true, words: 'proposed by' },
  { says: 'support', passive: true, words: 'supported by' },
  { says: 'oppose', passive: false, words: `${PROPOSE} ${DELETE}|oppos(?:e[sd]?|ing)` },
  {
    says: 'propose',
    passive: false,
    words: `${PROPOSE}(?: (?:alternative|addition|text|wording))?`,
  },
  { says: 'propose', passive: false, words: 'alternative(?: (?:proposal|text|wording))?' },
  { says: 'support', passive: false, words: 'support(?:s|ed|ing)?' },
  {
    says: 'reserve',
    passive: false,
    words: 'reserv(?:e[sd]?|ing|ations?)(?: (?:its |their )?positions?)?',
  },
]
const SAID = new RegExp(
  `(?<![\\p{L}\\d])(?:${SAYINGS.map(({ words }) => `(${words})`).join('|')})(?![\\p{L}\\d])`,
  'giu',
)
const CODE = /^[\p{Lu}\d][\p{L}\d.'’&-]*$/u
const BETWEEN = /\s*[/,+]\s*|\s+and\s+/i

/**
 * What words before a colon say, such as `NZ/CL propose; US/JP oppose` or `NZ, supported by CL`.
 *
 * @returns undefined where any part of them is something else
 * @param isKnown whether a name is a code that we were told of; others are in capitals
 */
export function attributionOf(
  words: string,
  isKnown: (name: string) => boolean,
): readonly Attributed[] | undefined {
  if (words.length > LONGEST) return undefined
  const parts = words.split(';').map((part) => saidIn(part.replace(/\s+/g, ' ').trim(), isKnown))
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined
}

/** Whether words tell of somebody's saying, perhaps in a form that cannot be read. */
export function tellsOfSaying(words: string): boolean {
  return words.search(SAID) >= 0
}

function saidIn(part: string, isKnown: (name: string) => boolean): Attributed[] | undefined {
  const found: Attributed[] = []
  const take = (says: Attributed['says'], names: string) => {
    const codes = names.replace(/^(?:,|and |but )\s*|\s*(?:,| and)$/gi, '').split(BETWEEN)
    found.push({ codes, says })
    return codes.every((code) => CODE.test(code) || isKnown(code))
  }
  let waiting: Saying | undefined
  let at = 0
  for (const said of part.matchAll(SAID)) {
    const saying = SAYINGS[said.slice(1).findIndex((words) => words !== undefined)] as Saying
    const before = part.slice(at, said.index).trim()
    const isBare = saying.passive && /^(?:,|and|)$/i.test(before)
    if (waiting !== undefined) {
      if (!saying.passive || !take(waiting.says, before)) return undefined
    } else if (!saying.passive) {
      if (!take(saying.says, before)) return undefined
    } else if (
      !isBare &&
      !(found.length === 0 && before.endsWith(',') && take('propose', before))
    ) {
      return undefined
    }
    waiting = saying.passive ? saying : undefined
    at = said.index + said[0].length
  }
  const rest = part.slice(at).trim()
  if (waiting !== undefined) return take(waiting.says, rest) ? found : undefined
  return rest === '' && found.length > 0 ? found : undefined
}
