/** Words of a document that stand in none of its clauses, or that were guessed. */
export interface LeftOut {
  /** The page where they stand first, from 1; null where the format has no pages. */
  readonly page: number | null
  readonly why: keyof typeof WHY
  readonly text: string
}

const WHY = {
  running_head: 'is printed on several pages',
  page_number: 'counts the pages',
  footnote: 'is a note',
  text_box: 'stands in a box beside the text',
  rotated: 'does not run across the page',
  label: 'is a label that may be printed in other digits or letters: compare it with the document',
  proposed_label: 'is proposed as a label: the clause has the label that it had',
  symbol: 'is a character of a font of symbols, and stands nowhere in the text: put it in by hand',
  glyphs: 'has characters (�) of which the file does not say which they are: put them in by hand',
  hyphen: 'was parted at the end of a line, and joined by a guess',
  page_without_text: 'has no text: it is empty, or a picture',
  damaged: 'has faults, and may lack words',
} as const

/** The most characters of words that were left out. */
const SHOWN = 200

/** A sentence for people about words that were left out, or guessed. */
export function leftOutWords({ page, why, text }: LeftOut): string {
  const words = leftOutPart(text)
  const place = page === null ? '' : `Page ${page}`
  const quoted = words === '' ? '' : `“${words}”`
  return `${[place, quoted].filter(Boolean).join(': ') || 'The file'} ${WHY[why]}.`
}

/** As many of the words as are shown, on one line. */
export function leftOutPart(text: string): string {
  const short = text.replace(/\s+/g, ' ')
  return short.length > SHOWN ? `${short.slice(0, SHOWN)}…` : short
}
