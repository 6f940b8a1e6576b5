import type { LeftOut } from '../drafting/formats/document-text.ts'
import type { Io } from './terminal/io.ts'
import { oneLine } from './terminal/width.ts'

const WHY: Readonly<Record<LeftOut['why'], string>> = {
  running_head: 'printed on several pages, left out',
  page_number: 'counts the pages, left out',
  footnote: 'a note, left out',
  text_box: 'in a box beside the text, left out',
  rotated: 'does not run across the page, left out',
  hyphen: 'parted at the end of a line, joined by a guess',
  page_without_text: 'has no text: empty, or a picture',
  damaged: 'has faults, and may lack words',
}

/** The most characters of words that were left out. */
const SHOWN = 60

/** Says on stderr what of a document is in none of its clauses. */
export function tellLeftOut(leftOut: readonly LeftOut[], io: Io): void {
  for (const { page, why, text } of leftOut) {
    const words = oneLine(text).slice(0, SHOWN)
    const place = page === null ? '' : `page ${page}${words === '' ? '' : ', '}`
    const quoted = words === '' ? '' : `“${words}${text.length > SHOWN ? '…' : ''}”`
    io.note(`${io.paint('yellow', 'left out:')} ${place}${quoted}: ${WHY[why]}`)
  }
}
