const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Characters that a terminal shows in two columns (UAX #11, wide and fullwidth; emoji). */
const WIDE =
  /^(?![\uff61-\uffdc\u{1f1e6}-\u{1f1ff}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u
const FLAG = /^[\u{1f1e6}-\u{1f1ff}]{2}/u
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** Characters that would move the cursor, colour what follows or turn its direction. */
const HARMFUL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** The characters of a text, as a reader sees them. */
export function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/** The number of columns of a terminal a text takes, in a font of fixed width. */
export function widthOf(text: string): number {
  return charactersOf(text).reduce((sum, character) => sum + widthOfOne(character), 0)
}

export function widthOfOne(character: string): 0 | 1 | 2 {
  if (NOTHING.test(character)) return 0
  return isWide(character) || FLAG.test(character) || character.includes('\ufe0f') ? 2 : 1
}

/** Tells if a line may break on either side of a character, as Chinese and Japanese do. */
export function isWide(character: string): boolean {
  return WIDE.test(character)
}

/** A text as one line that a terminal can show, whoever wrote it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().replace(HARMFUL, '\ufffd')
}

/** A text of at most that many columns, with an ellipsis where it went on. */
export function clip(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let clipped = ''
  let taken = 1
  for (const character of charactersOf(text)) {
    taken += widthOfOne(character)
    if (taken > columns) break
    clipped += character
  }
  return `${clipped.trimEnd()}…`
}
