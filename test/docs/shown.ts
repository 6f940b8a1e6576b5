/** Stands for anything: other members, other items, other lines, the rest of a word. */
const ELISION = '…'

/**
 * Why an output is not what a page shows of it; undefined where it is. JSON is compared as such,
 * line by line where it is NDJSON; everything else as lines. Only where an ellipsis stands may
 * there be more than is shown.
 */
export function whyNot(output: string, shown: string): string | undefined {
  const pattern = jsonOf(withElisions(shown))
  if (pattern !== undefined) {
    const actual = jsonOf(output)
    return actual === undefined ? `is no JSON: ${output}` : whyNotJson(actual, pattern, '')
  }
  return whyNotLines(linesOf(output), linesOf(shown))
}

function whyNotJson(actual: unknown, shown: unknown, at: string): string | undefined {
  if (typeof shown === 'string' && typeof actual === 'string') {
    return matches(actual, shown) ? undefined : `${at} is ${actual}, not ${shown}`
  }
  if (shown === ELISION) return undefined
  if (Array.isArray(shown)) return whyNotList(actual, shown, at)
  if (typeof shown !== 'object' || shown === null) {
    return actual === shown ? undefined : `${at} is ${JSON.stringify(actual)}, not ${shown}`
  }
  if (typeof actual !== 'object' || actual === null) return `${at} is no object`
  const members = Object.keys(shown).filter((name) => name !== ELISION)
  const more = Object.keys(actual).filter((name) => !members.includes(name))
  if (!Object.hasOwn(shown, ELISION) && more.length > 0) return `${at} has ${more} too`
  return firstOf(members, (name) =>
    Object.hasOwn(actual, name)
      ? whyNotJson(member(actual, name), member(shown, name), `${at}/${name}`)
      : `${at}/${name} is missing`,
  )
}

/** Items beside an elision come in the order shown, with any others where it stands. */
function whyNotList(actual: unknown, shown: readonly unknown[], at: string): string | undefined {
  if (!Array.isArray(actual)) return `${at} is no array`
  let from = 0
  let skips = false
  for (const [index, item] of shown.entries()) {
    if (item === ELISION) {
      skips = true
      continue
    }
    const rest = actual.slice(from)
    const found = skips ? rest.findIndex((each) => whyNotJson(each, item, '') === undefined) : 0
    if (found < 0 || found >= rest.length) return `${at}/${index} is not in ${JSON.stringify(rest)}`
    const why = whyNotJson(rest[found], item, `${at}/${index}`)
    if (why !== undefined) return why
    from += found + 1
    skips = false
  }
  return skips || from === actual.length ? undefined : `${at} has more items than are shown`
}

function whyNotLines(actual: readonly string[], shown: readonly string[]): string | undefined {
  let from = 0
  let skips = false
  for (const line of shown) {
    if (line.trim() === ELISION) {
      skips = true
      continue
    }
    const found = actual.findIndex((each, at) => at >= from && whyNotLine(each, line) === undefined)
    if (found < 0 || (!skips && found !== from)) return `is not "${line}": "${actual[from] ?? ''}"`
    from = found + 1
    skips = false
  }
  return skips || from === actual.length ? undefined : `goes on: "${actual[from]}"`
}

/** A line of text, which may have JSON after a name, as server-sent events do. */
function whyNotLine(actual: string, shown: string): string | undefined {
  const [name = ''] = /^(data: )?/.exec(shown) ?? []
  const pattern = jsonOf(withElisions(shown.slice(name.length)))
  if (typeof pattern !== 'object' || !actual.startsWith(name)) {
    return matches(actual, shown) ? undefined : 'is another'
  }
  const value = jsonOf(actual.slice(name.length))
  return value === undefined ? 'is no JSON' : whyNotJson(value, pattern, '')
}

function matches(actual: string, shown: string): boolean {
  const parts = shown.split(ELISION).map((part) => RegExp.escape(part))
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`).test(actual)
}

/** The elisions of a JSON text as members and items that JSON can have. */
function withElisions(text: string): string {
  const within: string[] = []
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[\s\S]/g) ?? []
  const written = tokens.map((token) => {
    if (token === '{' || token === '[') within.push(token)
    if (token === '}' || token === ']') within.pop()
    if (token !== ELISION) return token
    return within.at(-1) === '{' ? `"${ELISION}": true` : `"${ELISION}"`
  })
  return written.join('')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function linesOf(text: string): string[] {
  return text.replaceAll('\r', '').trimEnd().split('\n')
}

function member(value: object, name: string): unknown {
  return (value as Record<string, unknown>)[name]
}

function firstOf<T>(all: readonly T[], why: (each: T) => string | undefined): string | undefined {
  for (const each of all) {
    const found = why(each)
    if (found !== undefined) return found
  }
  return undefined
}
