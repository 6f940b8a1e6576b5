import type { LeftOut } from '../../../projections/text/left-out.ts'
import { numeral } from './docx-numerals.ts'
import { type Follower, parse } from './docx-xml.ts'

interface Level {
  format: string
  /** Such as `(%1)` or `%1.%2`. */
  text: string
  start: number
  /** True if the numbers of all levels in it are decimal. */
  isLegal: boolean
}

/** The list that a paragraph says it is in, and how deep. */
export interface ListPlace {
  readonly id?: string
  readonly level?: string
}

/** A style of paragraphs: the list in which they stand, and the style that says what it does not. */
interface Style {
  readonly place: ListPlace
  readonly basedOn: string | undefined
}

/** A list: its levels, and the levels that begin again at their first number with it. */
interface List {
  /** The definition that it shares with others, which count on from one another. */
  readonly kind: string
  readonly levels: Map<number, Level>
  readonly restarted: Set<number>
}

/** The most styles that are followed from one to the one that it is based on. */
const MOST_STYLES = 20

/** The labels that Word gives the paragraphs of numbered lists, which stand in no text. */
export class Numbering {
  readonly #lists = new Map<string, List>()
  readonly #styles = new Map<string, Style>()
  /** Labels in forms that are not known: they stand in the text in decimal digits. */
  readonly guessed: LeftOut[] = []
  readonly #counts = new Map<string, number[]>()

  constructor(numbering: string | undefined, styles: string | undefined) {
    if (numbering !== undefined) parse(numbering, new Lists(this.#lists))
    if (styles !== undefined) parse(styles, new Styles(this.#styles))
  }

  /** The next label of the list in which a paragraph stands; empty where it is in none. */
  labelOf(own: ListPlace, style: string | undefined): string {
    const { id, level = '0' } = { ...this.#placeOf(style), ...own }
    const list = this.#lists.get(id ?? '')
    const depth = Math.min(Number(level) || 0, 8)
    const format = list?.levels.get(depth)
    if (list === undefined || format === undefined) return ''
    const { kind, levels, restarted } = list
    if (format.format === 'bullet' || format.format === 'none') return ''
    const counts = this.#counts.get(kind) ?? []
    this.#counts.set(kind, counts)
    counts.length = Math.min(counts.length, depth + 1)
    for (let at = 0; at <= depth; at++) {
      const first = (levels.get(at)?.start ?? 1) - (at === depth ? 1 : 0)
      counts[at] = restarted.has(at) ? first : (counts[at] ?? first)
      restarted.delete(at)
    }
    counts[depth] = (counts[depth] as number) + 1
    return this.#written(counts, levels, format)
  }

  #written(counts: readonly number[], levels: ReadonlyMap<number, Level>, level: Level): string {
    let unknown: string | undefined
    const label = level.text.replace(/%(\d)/g, (_, at) => {
      const place = Number(at) - 1
      const number = counts[place] ?? 1
      const format = level.isLegal ? 'decimal' : (levels.get(place)?.format ?? 'decimal')
      const written = numeral(number, format)
      if (written === undefined) unknown = format
      return written ?? String(number)
    })
    if (unknown !== undefined) {
      this.guessed.push({ page: null, why: 'label', text: `${label} (${unknown})` })
    }
    return label
  }

  /** The list that a style says, or those that it is based on. */
  #placeOf(name: string | undefined): ListPlace {
    let place: ListPlace = {}
    let style = this.#styles.get(name ?? '')
    for (let steps = 0; style !== undefined && steps < MOST_STYLES; steps++) {
      place = { ...style.place, ...place }
      style = this.#styles.get(style.basedOn ?? '')
    }
    return place
  }
}

class Lists implements Follower {
  readonly #abstract = new Map<string, Map<number, Level>>()
  readonly #lists: Map<string, List>
  #levels = new Map<number, Level>()
  #level: Level | undefined
  #list: string | undefined
  #restarted = new Set<number>()
  #overridden = 0

  constructor(lists: Map<string, List>) {
    this.#lists = lists
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const value = attributes.get('val') ?? ''
    const depth = Number(attributes.get('ilvl')) || 0
    if (name === 'abstractNum') {
      this.#levels = new Map()
      this.#abstract.set(attributes.get('abstractNumId') ?? '', this.#levels)
    } else if (name === 'lvl') {
      this.#level = { format: 'decimal', text: '', start: 1, isLegal: false }
      this.#levels.set(depth, this.#level)
    } else if (name === 'num') this.#list = attributes.get('numId')
    else if (name === 'abstractNumId' && this.#list !== undefined) this.#begin(this.#list, value)
    else if (name === 'lvlOverride') this.#overridden = depth
    else if (name === 'startOverride') this.#restart(this.#overridden, Number(value) || 1)
    else if (this.#level === undefined) return
    else if (name === 'numFmt') this.#level.format = value
    else if (name === 'isLgl') this.#level.isLegal = !/^(?:0|false|off)$/.test(value)
    else if (name === 'lvlText') this.#level.text = value
    else if (name === 'start') this.#level.start = Number(value) || 1
  }

  close(name: string): void {
    if (name === 'lvl') this.#level = undefined
    if (name === 'num') this.#list = undefined
  }

  /** A list has levels of its own, which may be others than those of its kind. */
  #begin(list: string, kind: string): void {
    this.#levels = new Map(this.#abstract.get(kind))
    this.#restarted = new Set()
    this.#lists.set(list, { kind, levels: this.#levels, restarted: this.#restarted })
  }

  #restart(depth: number, start: number): void {
    const level = this.#levels.get(depth)
    if (level !== undefined) this.#levels.set(depth, { ...level, start })
    this.#restarted.add(depth)
  }
}

class Styles implements Follower {
  readonly #styles: Map<string, Style>
  #style: string | undefined
  #place: { id?: string; level?: string } = {}
  #basedOn: string | undefined

  constructor(styles: Map<string, Style>) {
    this.#styles = styles
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const value = attributes.get('val') ?? ''
    if (name === 'style') {
      this.#style = attributes.get('styleId')
      this.#place = {}
      this.#basedOn = undefined
    } else if (name === 'basedOn') this.#basedOn = value
    else if (name === 'numId') this.#place.id = value
    else if (name === 'ilvl') this.#place.level = value
  }

  close(name: string): void {
    if (name !== 'style' || this.#style === undefined) return
    this.#styles.set(this.#style, { place: this.#place, basedOn: this.#basedOn })
  }
}
