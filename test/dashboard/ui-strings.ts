import { englishPage } from '../../src/words/en/english-page.ts'
import { CODES } from '../../src/words/uk/codes.ts'
import { MEMBERS } from '../../src/words/uk/members.ts'
import { TYPES } from '../../src/words/uk/types.ts'
import { ukrainianPage } from '../../src/words/uk/ukrainian-page.ts'

/** Stands in the words of a message for what it is given. */
const GIVEN = '\u0001'

/** Anything that a message may be given: a number where one is asked for, else the mark. */
const anything: unknown = new Proxy(() => undefined, {
  get(_, name) {
    if (name === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 7 : GIVEN)
    return name === 'length' ? 1 : anything
  },
  apply: () => anything,
})

/** Fewer letters of its own tell no message from data: of one that is the same for all, and of one that is given things. */
const FEWEST = { whole: 2, given: 8 }

/** Every message of a part of a page, by its path; of functions, what they say of anything. */
function* messagesIn(part: object, path = ''): Generator<readonly [path: string, words: string]> {
  for (const [name, value] of Object.entries(part)) {
    const at = `${path}.${name}`
    if (typeof value === 'string') yield [at, value]
    else if (typeof value === 'object' && value !== null) yield* messagesIn(value, at)
    else if (typeof value === 'function') {
      const given = Array.from({ length: value.length }, () => anything)
      yield [at, String(value(...given))]
    }
  }
}

/** Whether a whole text is a message, whatever the message was given. */
function patternOf(words: string): RegExp {
  const parts = words.split(GIVEN).map((part) => escaped(part))
  return new RegExp(`^${parts.join('.*')}$`, 'su')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** What one language says otherwise than the other, each with its path. */
function messagesOf(own: object, other: object): (readonly [string, string])[] {
  const others = new Map(messagesIn(other))
  const isTelling = (words: string) => {
    const letters = (words.match(/\p{L}/gu) ?? []).length
    return letters >= (words.includes(GIVEN) ? FEWEST.given : FEWEST.whole)
  }
  return [...messagesIn(own)].filter(
    ([path, words]) => words !== others.get(path) && isTelling(words),
  )
}

/** Tables, which are looked up by themselves, and what is proposed to be recorded. */
const TABLES = /^\.reader\.|^\.terms\.of(Code|Type|Member)$|^\.moments\.inEnglish$|\.tellingWords\./

/** English messages of the page, codes, types and members, as patterns of whole texts. */
export const ENGLISH: readonly (readonly [path: string, RegExp])[] = [
  ...messagesOf(englishPage, ukrainianPage)
    .filter(([path]) => !TABLES.test(path))
    .map(([path, words]) => [path, patternOf(words)] as const),
  ...Object.keys(TYPES).map((type) => [type, exactly(englishPage.terms.ofType(type))] as const),
  ...Object.keys(MEMBERS).map((name) => [name, exactly(englishPage.terms.ofMember(name))] as const),
  ...Object.keys(CODES)
    .filter((code) => CODES[code] !== code.replaceAll('_', ' '))
    .map((code) => [code, exactly(englishPage.terms.ofCode(code))] as const),
]

function exactly(words: string): RegExp {
  return new RegExp(`^${escaped(words)}$`, 'iu')
}
