/** A value has no canonical form in our profile of RFC 8785. */
export class CanonicalJsonError extends Error {
  /** JSON Pointer (RFC 6901) of the offending member; empty for the value itself. */
  readonly pointer: string
  constructor(pointer: string, what: string) {
    super(`${pointer === '' ? 'the value' : pointer} ${what}`)
    this.name = 'CanonicalJsonError'
    this.pointer = pointer
  }
}

/** The containers around a value, innermost first; turned into a pointer only on failure. */
interface Path {
  readonly outer: Path | undefined
  key: string | number
}

/**
 * The one text of a JSON value, by RFC 8785: members ordered by the UTF-16 code units of their
 * names, no blanks, only the escapes that JSON requires.
 *
 * @param numbers for what is hashed into a log the profile is narrower than the RFC: integers within
 *   ±(2^53 - 1) only; `all` takes every finite number
 * @throws {CanonicalJsonError} something in it is no such value: another number, a lone surrogate,
 *   `undefined`, an object that is neither plain nor an array.
 */
export function canonicalJson(value: unknown, numbers: Numbers = 'integers'): string {
  return write(value, undefined, numbers)
}

/** The value of a JSON text; undefined if the text is not JSON. */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Numbers = 'integers' | 'all'

function write(value: unknown, path: Path | undefined, numbers: Numbers): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw refusal(path, 'holds a lone surrogate')
      return JSON.stringify(value)
    case 'number':
      if (!(numbers === 'all' ? Number.isFinite(value) : Number.isSafeInteger(value))) {
        throw refusal(path, `is ${value}, not a ${numbers === 'all' ? 'number' : 'safe integer'}`)
      }
      return String(value)
    case 'boolean':
      return String(value)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value)
        ? writeArray(value, path, numbers)
        : writeObject(value, path, numbers)
    default:
      throw refusal(path, `is of type ${typeof value}, which JSON lacks`)
  }
}

function writeArray(items: readonly unknown[], outer: Path | undefined, numbers: Numbers): string {
  const path = { outer, key: 0 }
  let text = ''
  for (; path.key < items.length; path.key++) {
    text += (path.key === 0 ? '' : ',') + write(items[path.key], path, numbers)
  }
  return `[${text}]`
}

function writeObject(object: object, outer: Path | undefined, numbers: Numbers): string {
  const prototype = Object.getPrototypeOf(object)
  if (prototype !== Object.prototype && prototype !== null) {
    throw refusal(outer, 'is neither a plain object nor an array')
  }
  const path = { outer, key: '' }
  let text = ''
  for (const key of Object.keys(object).sort()) {
    path.key = key
    if (!key.isWellFormed()) throw refusal(path, 'has a lone surrogate in its name')
    const value = write((object as Record<string, unknown>)[key], path, numbers)
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${value}`
  }
  return `{${text}}`
}

function refusal(path: Path | undefined, what: string): CanonicalJsonError {
  let pointer = ''
  for (let at = path; at !== undefined; at = at.outer) {
    pointer = `/${String(at.key).replaceAll('~', '~0').replaceAll('/', '~1')}${pointer}`
  }
  return new CanonicalJsonError(pointer, what)
}
