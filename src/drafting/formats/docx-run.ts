import type { LeftOut } from '../../../projections/text/left-out.ts'
import { isSymbolFont, symbolOf } from './docx-symbols.ts'
import { shifted } from './raised.ts'

/** Elements of runs that stand for characters. */
const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011' },
}

const SHIFTS: Readonly<Record<string, 'raised' | 'lowered'>> = {
  ...{ superscript: 'raised', subscript: 'lowered' },
}

/** Codes that a font of symbols draws in its own way, wherever they stand. */
const DRAWN = /[\uf020-\uf0ff]/g
const ANY = /[!-\u00ff\uf020-\uf0ff]/g

/** The words that the runs of a part show, character by character as their fonts do. */
export class Runs {
  /** Symbols that stand for no character that is known. */
  readonly unknown: LeftOut[] = []
  #isRun = false
  #isWord = false
  /** Open properties of the run, and what was changed in them. */
  #properties = 0
  #fonts: ReadonlyMap<string, string> = new Map()
  #shift: 'raised' | 'lowered' | undefined

  /** The characters for which an element stands; empty for most. */
  open(name: string, attributes: ReadonlyMap<string, string>): string {
    if (name === 'r') {
      this.#isRun = true
      this.#fonts = new Map()
      this.#shift = undefined
    } else if (name === 'rPr' || this.#properties > 0) {
      if (this.#properties === 1 && this.#isRun) {
        if (name === 'rFonts') this.#fonts = attributes
        if (name === 'vertAlign') this.#shift = SHIFTS[attributes.get('val') ?? '']
      }
      this.#properties += 1
    } else if (name === 't' || name === 'delText') this.#isWord = true
    else if (name === 'sym')
      return this.#symbol(attributes.get('font') ?? '', attributes.get('char') ?? '')
    return this.#isRun && this.#properties === 0 ? (CHARACTERS[name] ?? '') : ''
  }

  close(name: string): void {
    if (this.#properties > 0) this.#properties -= 1
    else if (name === 'r') this.#isRun = false
    else if (name === 't' || name === 'delText') this.#isWord = false
  }

  /** The words that a text shows; empty where it is no text of a run. */
  words(text: string): string {
    if (!this.#isWord) return ''
    const font = this.#fonts.get('ascii') ?? this.#fonts.get('hAnsi') ?? ''
    const shown = this.#shift === undefined ? text : shifted(text, this.#shift)
    return shown.replace(isSymbolFont(font) ? ANY : DRAWN, (one) =>
      this.#symbol(font, one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')),
    )
  }

  #symbol(font: string, place: string): string {
    const symbol = symbolOf(font, place)
    if (symbol === undefined) {
      this.unknown.push({ page: null, why: 'symbol', text: `${font} ${place}`.trim() })
    }
    return symbol ?? ''
  }
}
