import { isSameDecimal } from '../../../events/decimal.ts'
import { atOnce, type Pieces } from '../../../projections/time/pieces.ts'
import { pointTo } from '../../decide/refusal.ts'
import { type AnyReason, reason } from '../../words/reason.ts'
import { endOfString, readString } from './string.ts'

/** Something that `JSON.parse` would pass over, or change, without a word. */
export interface JsonFault {
  /** JSON Pointer (RFC 6901) of the member or item at fault. */
  readonly pointer: string
  readonly what: AnyReason
}

export interface JsonScan {
  /** The first of them; none where `JSON.parse` keeps all that the text says. */
  readonly faults: readonly JsonFault[]
  /** The number of others. */
  readonly more: number
  /** The limit exceeded, if any is: the text is looked at no further then. */
  readonly tooMuch: JsonFault | undefined
}

export interface ScanLimits {
  /** The most containers around a value. */
  readonly depth: number
  /** The longest name of a member, in UTF-16 code units. */
  readonly name: number
  /** The most members of an object. */
  readonly members: number
  /** The most values in the text or, where it is an array, in each of its items. */
  readonly values: number
  /** The most faults that are listed. */
  readonly faults: number
}

/** An object or array that is open; an array has no names. */
interface Container {
  readonly names: Set<string> | undefined
  /** The member or item that is being read. */
  key: string | number
}

/** The characters that a number can have. */
const NUMBER = /[-+.\deE]+/y

/** A number as JSON has it; whatever else is made of such characters the parser refuses. */
const WRITTEN = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/

const INTEGER = /^(0|-?[1-9]\d{0,14})$/

/**
 * Looks over a text that may be JSON for what I-JSON (RFC 7493) rules out: names given twice, lone
 * surrogates, numbers that a double changes, and for nesting, names and objects without end.
 * Takes linear time and no recursion. Whether the text is JSON at all is for others to say.
 */
export function scanJson(text: string, limits: ScanLimits): JsonScan {
  return atOnce(scanningJson(text, limits))
}

/**
 * As {@link scanJson}, in pieces.
 *
 * @param onItem is told where each comma stands between the items of the text, where it is an array
 */
export function scanningJson(
  text: string,
  limits: ScanLimits,
  onItem: (at: number) => void = () => undefined,
): Pieces<JsonScan> {
  return new Scanner(text, limits, onItem).scanning()
}

/** The characters that are looked over in one piece, if no string goes on beyond them. */
const PIECE = 32 * 1024

class Scanner {
  readonly #text: string
  readonly #limits: ScanLimits
  readonly #onItem: (at: number) => void
  readonly #open: Container[] = []
  readonly #faults: JsonFault[] = []
  #more = 0
  /** The values so far; of an array, of its present item. */
  #values = 0
  #tooMuch: JsonFault | undefined
  /** True if the next string is the name of a member. */
  #naming = false

  constructor(text: string, limits: ScanLimits, onItem: (at: number) => void) {
    this.#text = text
    this.#limits = limits
    this.#onItem = onItem
  }

  *scanning(): Pieces<JsonScan> {
    let next = PIECE
    for (let at = 0; at < this.#text.length && this.#tooMuch === undefined; ) {
      at = this.#token(this.#text.charAt(at), at)
      if (at < next) continue
      next = at + PIECE
      yield
    }
    return { faults: this.#faults, more: this.#more, tooMuch: this.#tooMuch }
  }

  /** @returns where the next one begins. */
  #token(char: string, at: number): number {
    switch (char) {
      case '"':
        return this.#string(at)
      case '{':
      case '[':
        this.#begin(char)
        return at + 1
      case '}':
      case ']':
        this.#naming = false
        this.#open.pop()
        return at + 1
      case ',':
        this.#next(at)
        return at + 1
      default:
        return char === '-' || (char >= '0' && char <= '9') ? this.#number(at) : at + 1
    }
  }

  #begin(char: '{' | '['): void {
    const { depth } = this.#limits
    if (this.#open.length === depth) this.#exceed(reason('nested_too_deep', { most: depth }))
    this.#naming = char === '{'
    this.#count()
    this.#open.push(char === '{' ? { names: new Set(), key: '' } : { names: undefined, key: 0 })
  }

  #next(at: number): void {
    const inner = this.#open.at(-1)
    this.#naming = inner?.names !== undefined
    this.#count()
    if (typeof inner?.key !== 'number') return
    inner.key += 1
    if (this.#open.length > 1) return
    this.#values = 0
    this.#onItem(at)
  }

  /** Counts commas and containers: never fewer than there are values after the first. */
  #count(): void {
    const { values } = this.#limits
    this.#values += 1
    if (this.#values > values) this.#exceed(reason('too_many_values', { most: values }), -1)
  }

  #string(at: number): number {
    const end = endOfString(this.#text, at)
    const literal = this.#text.slice(at, end)
    const inner = this.#open.at(-1)
    if (this.#naming && inner?.names !== undefined) this.#name(literal, inner, inner.names)
    else if (literal.includes('\\u') && !readString(literal).isWellFormed()) {
      this.#fault(reason('lone_surrogate', {}))
    }
    this.#naming = false
    return end
  }

  #name(literal: string, inner: Container, names: Set<string>): void {
    const name = readString(literal)
    const { name: longest, members } = this.#limits
    if (name.length > longest) {
      this.#exceed(reason('name_too_long', { most: longest }), -1)
    } else if (names.size === members)
      this.#exceed(reason('too_many_members', { most: members }), -1)
    inner.key = name
    if (names.has(name)) this.#fault(reason('member_repeated', {}))
    else if (!name.isWellFormed()) this.#fault(reason('surrogate_in_name', {}))
    names.add(name)
  }

  #number(at: number): number {
    NUMBER.lastIndex = at
    NUMBER.test(this.#text)
    const end = NUMBER.lastIndex
    const literal = this.#text.slice(at, end)
    if (!INTEGER.test(literal) && WRITTEN.test(literal)) {
      const value = Number(literal)
      if (Object.is(value, -0)) this.#fault(reason('negative_zero', {}))
      else if (!isSameDecimal(literal, String(value))) {
        this.#fault(reason('number_rounded', {}))
      }
    }
    return end
  }

  #fault(what: AnyReason): void {
    if (this.#faults.length < this.#limits.faults) {
      this.#faults.push({ pointer: this.#pointer(), what })
    } else this.#more += 1
  }

  /** @param level -1 where it is the object around that exceeds a limit. */
  #exceed(what: AnyReason, level: 0 | -1 = 0): void {
    this.#tooMuch = { pointer: this.#pointer(level), what }
  }

  /** The value being read; the object around it with -1. */
  #pointer(level: 0 | -1 = 0): string {
    const containers = this.#open.slice(0, this.#open.length + level)
    return containers.reduce<string>((to, { key }) => pointTo(to, key), '')
  }
}
