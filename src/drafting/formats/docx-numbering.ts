import { type Follower, parse } from './docx-xml.ts'

interface Level {
  format: string
  /** Such as `(%1)` or `%1.%2`. */
  text: string
  start: number
}

/** The list that a paragraph says it is in, and how deep. */
export interface ListPlace {
  readonly id?: string
  readonly level?: string
}

/** The labels that Word gives the paragraphs of numbered lists, which stand in no text. */
export class Numbering {
  readonly #abstract = new Map<string, Map<number, Level>>()
  readonly #lists = new Map<string, string>()
  readonly #styles = new Map<string, ListPlace>()
  readonly #counts = new Map<string, number[]>()

  constructor(numbering: string | undefined, styles: string | undefined) {
    if (numbering !== undefined) parse(numbering, new Lists(this.#abstract, this.#lists))
    if (styles !== undefined) parse(styles, new Styles(this.#styles))
  }

  /** The next label of the list in which a paragraph stands; empty where it is in none. */
  labelOf(own: ListPlace, style: string | undefined): string {
    const { id, level = '0' } = { ...this.#styles.get(style ?? ''), ...own }
    const kind = this.#lists.get(id ?? '')
    const levels = this.#abstract.get(kind ?? '')
    const depth = Math.min(Number(level) || 0, 8)
    const format = levels?.get(depth)
    if (kind === undefined || levels === undefined || format === undefined) return ''
    if (format.format === 'bullet' || format.format === 'none') return ''
    const counts = this.#counts.get(kind) ?? []
    this.#counts.set(kind, counts)
    counts.length = Math.min(counts.length, depth + 1)
    for (let at = 0; at <= depth; at++)
      counts[at] ??= (levels.get(at)?.start ?? 1) - (at === depth ? 1 : 0)
    counts[depth] = (counts[depth] as number) + 1
    return format.text.replace(/%(\d)/g, (_, at) => {
      const place = Number(at) - 1
      return numeral(counts[place] ?? 1, levels.get(place)?.format ?? 'decimal')
    })
  }
}

/** A number as a list shows it: 3 is `3`, `c`, `C`, `iii` or `III`. */
function numeral(number: number, format: string): string {
  const isUpper = format.startsWith('upper')
  const written = /letter$/i.test(format)
    ? String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
    : /roman$/i.test(format)
      ? roman(number)
      : format === 'decimalZero'
        ? String(number).padStart(2, '0')
        : String(number)
  return isUpper ? written.toUpperCase() : written
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as const),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
]

function roman(number: number): string {
  let [left, written] = [Math.min(number, 5000), '']
  for (const [value, digits] of ROMAN) {
    for (; left >= value; left -= value) written += digits
  }
  return written
}

class Lists implements Follower {
  readonly #abstract: Map<string, Map<number, Level>>
  readonly #lists: Map<string, string>
  #levels = new Map<number, Level>()
  #level: Level | undefined
  #list: string | undefined

  constructor(abstract: Map<string, Map<number, Level>>, lists: Map<string, string>) {
    this.#abstract = abstract
    this.#lists = lists
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const value = attributes.get('val') ?? ''
    if (name === 'abstractNum') {
      this.#levels = new Map()
      this.#abstract.set(attributes.get('abstractNumId') ?? '', this.#levels)
    } else if (name === 'lvl') {
      this.#level = { format: 'decimal', text: '', start: 1 }
      this.#levels.set(Number(attributes.get('ilvl')) || 0, this.#level)
    } else if (name === 'num') this.#list = attributes.get('numId')
    else if (name === 'abstractNumId' && this.#list !== undefined)
      this.#lists.set(this.#list, value)
    else if (this.#level === undefined) return
    else if (name === 'numFmt') this.#level.format = value
    else if (name === 'lvlText') this.#level.text = value
    else if (name === 'start') this.#level.start = Number(value) || 1
  }

  close(name: string): void {
    if (name === 'lvl') this.#level = undefined
    if (name === 'num') this.#list = undefined
  }
}

class Styles implements Follower {
  readonly #styles: Map<string, ListPlace>
  #style: string | undefined
  #place: { id?: string; level?: string } = {}

  constructor(styles: Map<string, ListPlace>) {
    this.#styles = styles
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const value = attributes.get('val') ?? ''
    if (name === 'style') {
      this.#style = attributes.get('styleId')
      this.#place = {}
    } else if (name === 'numId') this.#place.id = value
    else if (name === 'ilvl') this.#place.level = value
  }

  close(name: string): void {
    if (name === 'style' && this.#style !== undefined && this.#place.id !== undefined) {
      this.#styles.set(this.#style, this.#place)
    }
  }
}
