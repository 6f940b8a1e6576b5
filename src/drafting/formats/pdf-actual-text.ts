import { unzlibSync } from 'fflate'

/** A mark that begins in a page, and the text that it says its letters stand for. */
export interface ContentMark {
  readonly tag: string | null
  readonly actual: string | undefined
}

/** Objects of a file; the library reads them too, but leaves out what marks say of their text. */
export class PdfObjects {
  readonly #bytes: Uint8Array
  readonly #objects = new Map<number, { readonly words: string; readonly at: number }>()

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    const begins = /(?<![\d.])(\d{1,10})[ \r\n]+\d{1,5}[ \r\n]+obj\b/g
    for (let found = begins.exec(file); found !== null; found = begins.exec(file)) {
      const from = begins.lastIndex
      const end = file.indexOf('endobj', from)
      const body = file.slice(from, end < 0 ? undefined : end)
      const stream = /\bstream\r?\n/.exec(body)
      const words = stream === null ? body : body.slice(0, stream.index)
      const at = stream === null ? -1 : from + stream.index + stream[0].length
      this.#objects.set(Number(found[1]), { words, at })
      const length = Number(/\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(words)?.[1] ?? 0)
      if (stream !== null) begins.lastIndex = Math.max(from, at + length)
    }
    for (const number of [...this.#objects.keys()]) this.#unpack(number)
  }

  /** The marks of a page in their order; none where its contents cannot be read. */
  marksOf(page: number): ContentMark[] {
    const [, list = ''] =
      /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(this.#objects.get(page)?.words ?? '') ?? []
    const numbers = Array.from(list.matchAll(/(\d+)\s+\d+\s+R/g), ([, number]) => Number(number))
    return marksIn(numbers.map((number) => this.#stream(number)).join('\n'))
  }

  /** Objects that stand packed in a stream. */
  #unpack(number: number): void {
    const words = this.#objects.get(number)?.words ?? ''
    if (!/\/Type\s*\/ObjStm\b/.test(words)) return
    const packed = this.#stream(number)
    const first = Number(/\/First\s+(\d+)/.exec(words)?.[1] ?? 0)
    const heads = Array.from(packed.slice(0, first).matchAll(/(\d+)\s+(\d+)/g))
    for (const [place, [, own, from]] of heads.entries()) {
      const until = heads[place + 1]?.[2]
      const body = packed.slice(
        first + Number(from),
        until === undefined ? undefined : first + Number(until),
      )
      if (!this.#objects.has(Number(own))) this.#objects.set(Number(own), { words: body, at: -1 })
    }
  }

  /** A stream, inflated where it is deflated; empty where it is packed in another way. */
  #stream(number: number): string {
    const { words = '', at = -1 } = this.#objects.get(number) ?? {}
    if (at < 0) return ''
    const [, filters = ''] = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(words) ?? []
    const bytes = this.#bytes.subarray(at)
    const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('endstream')
    try {
      const names = filters.match(/\w+/g) ?? []
      if (names.length === 0) return latin(bytes.subarray(0, end))
      return names.length === 1 && names[0] === 'FlateDecode'
        ? latin(unzlibSync(bytes.subarray(0, end)))
        : ''
    } catch {
      return ''
    }
  }
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

/** Strings, names, marks of dictionaries, and words of a page, one after the other. */
const TOKEN =
  /%[^\r\n]*|\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\))*\)|<<|>>|<[\da-fA-F\s]*>|\/[^\s()<>[\]{}/%]*|[[\]{}]|[^\s()<>[\]{}/%]+/g

/** The marks in the instructions of a page (ISO 32000-1, 14.6). */
function marksIn(instructions: string): ContentMark[] {
  const marks: ContentMark[] = []
  const tokens = new RegExp(TOKEN)
  let operands: string[] = []
  for (let found = tokens.exec(instructions); found !== null; found = tokens.exec(instructions)) {
    const [token] = found
    if (token === 'BMC' || token === 'BDC') {
      const [first = ''] = operands
      const at = operands.indexOf('/ActualText')
      const actual = at < 0 ? undefined : textOf(operands[at + 1] ?? '')
      marks.push({ tag: first.startsWith('/') ? first.slice(1) : null, actual })
    } else if (token === 'ID') {
      // An image within the page ends where its instruction does.
      const end = /\sEI(?=\s)/.exec(instructions.slice(tokens.lastIndex))
      tokens.lastIndex += end === null ? 0 : end.index + end[0].length
    }
    const isOperator = /^[A-Za-z'"*]/.test(token)
    operands =
      isOperator && token !== 'true' && token !== 'false' ? [] : [...operands, token].slice(-60)
  }
  return marks
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The text of a string: in UTF-16 or UTF-8 with its mark, else taken for Latin-1. */
function textOf(token: string): string | undefined {
  let bytes: Buffer
  if (token.startsWith('<')) bytes = Buffer.from(token.replace(/[^\da-fA-F]/g, ''), 'hex')
  else if (token.startsWith('(')) {
    const words = token
      .slice(1, -1)
      .replace(/\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([\s\S]))/g, (_, octal, end, one) =>
        octal !== undefined
          ? String.fromCharCode(Number.parseInt(octal, 8) & 255)
          : end !== undefined
            ? ''
            : (ESCAPES[one] ?? one),
      )
    bytes = Buffer.from(words, 'latin1')
  } else return undefined
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return new TextDecoder().decode(bytes)
  return bytes.toString('latin1')
}
