import { charactersOf, isWide, widthOf, widthOfOne } from './width.ts'

/** Punctuation that does not begin a line. */
const CLOSING = /^[、。，．：；？！）」』】》]/u

/**
 * A text in lines of at most `columns`: broken at blanks and between wide characters and, where a
 * word is longer than a line, within it.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const { blank, word } of wordsOf(text)) {
    for (const piece of piecesOf(word, columns)) {
      const width = widthOf(piece)
      const gap = line !== '' && blank && piece === word ? 1 : 0
      if (line !== '' && taken + gap + width > columns) {
        lines.push(line)
        line = piece
        taken = width
      } else {
        line += `${gap === 1 ? ' ' : ''}${piece}`
        taken += gap + width
      }
    }
  }
  lines.push(line)
  return lines
}

interface Word {
  /** True if a blank stands before it. */
  readonly blank: boolean
  readonly word: string
}

/** Pieces that may stand on a line of their own, in order. */
function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const run of text.split(' ').filter((part) => part !== '')) {
    let blank = true
    let word = ''
    const end = () => {
      if (word === '') return
      words.push({ blank, word })
      blank = false
      word = ''
    }
    for (const character of charactersOf(run)) {
      if (isWide(character) && !CLOSING.test(character)) end()
      else if (isWide(word) && !CLOSING.test(character)) end()
      word += character
    }
    end()
  }
  return words
}

/** A word in pieces that each fit a line. */
function piecesOf(word: string, columns: number): string[] {
  if (widthOf(word) <= columns) return [word]
  const pieces = ['']
  let taken = 0
  for (const character of charactersOf(word)) {
    const width = widthOfOne(character)
    if (taken + width > columns && pieces.at(-1) !== '') {
      pieces.push('')
      taken = 0
    }
    pieces[pieces.length - 1] += character
    taken += width
  }
  return pieces
}
