/** Codes as printed, and what is said of them. */
export interface Attributed {
  readonly codes: readonly string[]
  readonly says: 'propose' | 'support' | 'oppose' | 'reserve'
}

interface Saying {
  readonly says: Attributed['says']
  /** True if the names come after it, as in `supported by CL`. */
  readonly passive: boolean
  readonly words: string
}

/** Longer words before a colon say something else. */
const LONGEST = 200

const PROPOSE = 'propos(?:e[sd]?|ent|ing|als?)'
const DELETE = '(?:the )?(?:to delete|deletion|deleting|to remove|removal|removing)(?: of)?'

/** The same verbs in other languages, which take their names before them. */
const PROPOSE_ELSEWHERE = [
  ...['propongono', 'propone[ns]?', 'propõem?', 'schl[aä]g(?:t|en) vor'],
  ...['предлага(?:ет|ют)', 'пропону(?:є|ють)', 'تقترح', '提议'],
].join('|')
const OPPOSE_ELSEWHERE = [
  ...["s['’]oppos(?:e|ent)(?: à)?", 'se opone[ns]?(?: a)?', 'op(?:õe|õem)-se', 'se opõem?'],
  ...[
    'si oppon(?:e|gono)',
    'lehn(?:t|en) ab',
    'возража(?:ет|ют)',
    'запереч(?:ує|ують)',
    'تعارض',
    '反对',
  ],
].join('|')
const SUPPORT_ELSEWHERE = [
  ...['appuien?t?', 'soutien(?:t|nent)', 'apoyan?', 'apoiam?', 'unterst[uü]tz(?:t|en)'],
  ...['поддержива(?:ет|ют)', 'підтриму(?:є|ють)', 'تؤيد', '支持'],
].join('|')

/** Deleting words is opposing them, and is looked for before proposing. */
const SAYINGS: readonly Saying[] = [
  { says: 'oppose', passive: true, words: `(?:${DELETE} proposed|opposed) by` },
  { says: 'propose', passive: true, words: 'proposed by' },
  { says: 'support', passive: true, words: 'supported by' },
  {
    says: 'oppose',
    passive: false,
    words: `${PROPOSE} ${DELETE}|oppos(?:e[sd]?|ing)|${OPPOSE_ELSEWHERE}`,
  },
  {
    says: 'propose',
    passive: false,
    words: `${PROPOSE}(?: (?:alternative|addition|text|wording))?|${PROPOSE_ELSEWHERE}`,
  },
  { says: 'propose', passive: false, words: 'alternative(?: (?:proposal|text|wording))?' },
  { says: 'support', passive: false, words: `support(?:s|ed|ing)?|${SUPPORT_ELSEWHERE}` },
  {
    says: 'reserve',
    passive: false,
    words: 'r[eé]serv(?:e[sd]?|ent|an?|ing|ations?)(?: (?:its |their )?positions?)?',
  },
]

/** The mark of a footnote, which stands without a blank after a verb or a code. */
const MARK = '(?:\\d{1,3}|[*†‡]{1,3}|[⁰¹²³⁴-⁹]{1,3})'
const SAID = new RegExp(
  `(?<![\\p{L}\\d])(?:${SAYINGS.map(({ words }) => `(${words})`).join('|')})${MARK}?(?![\\p{L}\\d])`,
  'giu',
)
const CODE = /^[\p{Lu}\d][\p{L}\d.'’&-]*$/u
const MARKED = new RegExp(`(?<=\\p{L})${MARK}$`, 'u')
const BETWEEN = /\s*[/,+&]\s*|\s+(?:and|et|y|e|und|та|й|і|и|و|和)\s+/iu

/**
 * Reads words before a colon, such as `NZ/CL propose; US/JP oppose` or `NZ, supported by CL`.
 *
 * @returns undefined where any part of them is something else
 * @param isKnown whether a name is a code that we were told of; others are in capitals
 */
export function attributionOf(
  words: string,
  isKnown: (name: string) => boolean,
): readonly Attributed[] | undefined {
  if (words.length > LONGEST) return undefined
  const alone = codesOf(words.trim(), isKnown)
  if (alone.some(isKnown) && alone.every((code) => isKnown(code) || /^\p{Lu}{2,4}$/u.test(code))) {
    return [{ codes: alone, says: 'propose' }]
  }
  const parts = words.split(';').map((part) => saidIn(part.replace(/\s+/g, ' ').trim(), isKnown))
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined
}

/**
 * Reads the words at the beginning of a text that say whose it is and end in no colon, as in
 * `US propose shall pay`: by a verb after names that are known.
 *
 * @returns undefined where they say nothing of the kind
 */
export function openingAttribution(
  text: string,
  isKnown: (name: string) => boolean,
): { readonly attribution: readonly Attributed[]; readonly length: number } | undefined {
  let best: { attribution: readonly Attributed[]; length: number } | undefined
  for (const { 0: said, index } of text.slice(0, LONGEST).matchAll(SAID)) {
    const length = index + said.length
    const attribution = attributionOf(text.slice(0, length), isKnown)
    const isSure = attribution?.every(
      ({ says, codes }) => says !== 'reserve' && codes.every(isKnown),
    )
    if (attribution === undefined || !isSure) break
    if (/delet|remov/i.test(text.slice(0, length + 20))) break
    best = { attribution, length }
  }
  return best
}

/** True if a line has a bracket that seems to say whose it is, as `[US propose: shall]` does. */
export function hasAttributedBracket(line: string): boolean {
  return Array.from(line.matchAll(/\[([^[\]:：]{1,200})([:：])?/gu)).some(
    ([, words = '', colon]) =>
      colon !== undefined || openingAttribution(words, seemsCode) !== undefined,
  )
}

/**
 * True if a bracket that opens with words before a colon seems to say whose it is, or to name an
 * alternative: `[NZ/CL propose:`, `[Option 1:`, and not `[Requests the Secretary-General:`.
 */
export function opensForSomebody(opener: string): boolean {
  const words = /\[([^[\]:：]{1,200})[:：][^[\]:：]{0,3}\s*$/u.exec(opener)?.[1]
  if (words === undefined) return false
  return tellsOfSaying(words)
    ? attributionOf(words, isName) !== undefined
    : words
        .split(BETWEEN)
        .every((name) => /^(?:\p{Lu}{2,5}|\p{Lu}\p{L}+\.? [\p{Lu}\d]{1,3})$/u.test(name))
}

/** Names have a capital or a number in each word, but for small words within them. */
function isName(name: string): boolean {
  return /^\p{Lu}\S*(?:\s+(?:[\p{Lu}\d]\S*|of|the|de|du|del|la))*$/u.test(name)
}

function seemsCode(name: string): boolean {
  return /^\p{Lu}/u.test(name) && !tellsOfSaying(name)
}

/** True if words tell of somebody's saying, perhaps in a form that cannot be read. */
export function tellsOfSaying(words: string): boolean {
  return words.search(SAID) >= 0
}

/**
 * True if the last words of a text say what parties that are known make of it, after a mark of
 * punctuation: `450; US oppose`.
 */
export function closesWithSaying(text: string, isKnown: (name: string) => boolean): boolean {
  const end = text.slice(-LONGEST).replace(/[\s).]+$/, '')
  return [...end.matchAll(/[;,.(–—-]/g)].some(({ index }) => {
    const words = end.slice(index + 1).trim()
    const said = tellsOfSaying(words) ? attributionOf(words, isKnown) : undefined
    return said?.every(({ codes }) => codes.every(isKnown)) ?? false
  })
}

/** True if words go on with those of others, as in `pay; JP: receive`: each part has its own side. */
export function hasSecondSide(text: string, isKnown: (name: string) => boolean): boolean {
  return Array.from(text.matchAll(/;\s*([^;:：[\]]{1,80})[:：]/g)).some(([, words = '']) =>
    attributionOf(words, isKnown)?.every(({ codes }) => codes.every(isKnown)),
  )
}

/** Names apart, without the marks of footnotes; one that is known as it stands is whole. */
function codesOf(names: string, isKnown: (name: string) => boolean): string[] {
  if (isKnown(names)) return [names]
  return names.split(BETWEEN).map((name) => (isKnown(name) ? name : name.replace(MARKED, '')))
}

function saidIn(part: string, isKnown: (name: string) => boolean): Attributed[] | undefined {
  const found: Attributed[] = []
  const take = (says: Attributed['says'], names: string) => {
    const codes = codesOf(names.replace(/^(?:,|and |but )\s*|\s*(?:,| and)$/gi, ''), isKnown)
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
