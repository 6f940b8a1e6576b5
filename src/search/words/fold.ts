/** What is compared of a word that is longer: its beginning. */
const LONGEST = 64

/** Letters that differ from one with marks on it by more than the marks: й is not и, ї is not і. */
const LETTERS = /[^йї]+/gu
const MARKED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}]+/gu

/** Arabic letters that writers use for one another, by the one that stands for them. */
const ARABIC = new Map([
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ـ', ''],
])

/** The letters and digits of a word in lower case, its accents kept: what stemming starts from. */
export function lowered(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]|ʼ/gu, '')
    .normalize('NFC')
}

/**
 * The form under which words are the same: letters alone count, not their case, width or accents,
 * nor, in Arabic, vowel signs, lengthening, and how hamza, final yā and tāʾ marbūṭa are written.
 */
export function folded(word: string): string {
  const letters = lowered(word)
    .replace(LETTERS, (run) => run.replace(MARKED, unmarked))
    .replace(/\p{Script=Inherited}/gu, (mark) => (isDiacritic(mark) ? '' : mark))
    .replace(/[ٱىةـ]/gu, (letter) => ARABIC.get(letter) as string)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
  return letters.slice(0, LONGEST).toWellFormed()
}

function unmarked(run: string): string {
  return run
    .normalize('NFD')
    .replace(/\p{Script=Inherited}/gu, '')
    .normalize('NFC')
}

/** Marks of European and Arabic scripts; those of others make other letters. */
function isDiacritic(mark: string): boolean {
  return /[\u0300-\u036f\u064b-\u0655\u0670]/.test(mark)
}
