/** Letters that differ from one with marks on it by more than the marks: й is not и, ї is not і. */
const LETTERS = /[^йї]+/gu
const MARKED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}]+/gu

/**
 * Latin letters that Unicode does not decompose, by those that people type who lack them: as in
 * Lucene's ASCIIFoldingFilter and the `unaccent` of PostgreSQL.
 */
const SPELLED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ł: 'l', ŀ: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ȷ: 'j', ħ: 'h', ŧ: 't', ŋ: 'n' },
    ...{ ß: 'ss', þ: 'th', æ: 'ae', œ: 'oe', ĳ: 'ij', ĸ: 'q', ŉ: 'n', ə: 'e', ɛ: 'e', ɔ: 'o' },
    ...{ ƀ: 'b', ɓ: 'b', ƈ: 'c', ɖ: 'd', ɗ: 'd', ƒ: 'f', ǥ: 'g', ɠ: 'g', ɨ: 'i', ɉ: 'j', ƙ: 'k' },
    ...{ ƚ: 'l', ɲ: 'n', ƞ: 'n', ɵ: 'o', ƥ: 'p', ɍ: 'r', ƭ: 't', ʈ: 't', ʉ: 'u', ʋ: 'v', ƴ: 'y' },
    ...{ ɏ: 'y', ƶ: 'z', ȥ: 'z', ǝ: 'e', ȼ: 'c', ɇ: 'e', ⱥ: 'a', ⱦ: 't' },
  }),
)
const SPELLED_LETTER = new RegExp(`[${[...SPELLED.keys()].join('')}]`, 'gu')

/** Arabic letters that writers use for one another, by the one that stands for them. */
const ARABIC = new Map([
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ـ', ''],
])

/**
 * A text by its letters alone, under which what is typed is what is looked for: case, width and
 * accents do not count, nor strokes and ligatures of Latin letters, nor, in Arabic, vowel signs,
 * lengthening, and how hamza, final yā and tāʾ marbūṭa are written. Digits are those of ASCII.
 */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(LETTERS, (run) => run.replace(MARKED, withoutMarks))
    .replace(/\p{Script=Inherited}/gu, (mark) => (isDiacritic(mark) ? '' : mark))
    .replace(SPELLED_LETTER, (letter) => SPELLED.get(letter) as string)
    .replace(/[ٱىةـ]/gu, (letter) => ARABIC.get(letter) as string)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
}

function withoutMarks(run: string): string {
  return run
    .normalize('NFD')
    .replace(/\p{Script=Inherited}/gu, '')
    .normalize('NFC')
}

/** Marks of European and Arabic scripts; those of others make other letters. */
function isDiacritic(mark: string): boolean {
  return /[\u0300-\u036f\u064b-\u0655\u0670]/.test(mark)
}
