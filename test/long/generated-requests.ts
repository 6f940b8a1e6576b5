import { generate } from '../generator/generate.ts'
import { Random } from '../generator/random.ts'
import type { Operation } from '../http/openapi/described.ts'

/** A request that nobody wrote: parts of it follow the document, parts do not. */
export interface GeneratedRequest {
  readonly method: string
  /** With its parameters, after the origin. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Its reply is a stream that does not end by itself. */
  readonly isEndless: boolean
}

interface Schema {
  readonly enum?: readonly string[]
  readonly examples?: readonly string[]
}

/** What is apt to be taken for something else, in an address, a header or a body. */
const ODD = [
  '',
  ' ',
  '-1',
  '0',
  '1e9',
  '999999999999999',
  'null',
  '__proto__',
  '..',
  '%00',
  'a'.repeat(200),
  'ї Ж',
  '2025-13-45',
  '2025-11-30',
  '../2025-11-30',
  '2025-11-30T12:00:00Z',
  '2025-11-30T12:00:00+14:00',
  '0000-01-01T00:00Z',
  '9999-12-31T23:59:59.999Z',
  '"',
  '*',
  '((((',
  'x:y NEAR(',
]

/** Makes requests of every operation of the document, the same for the same seed. */
export class RequestGenerator {
  readonly #random: Random
  readonly #operations: readonly Operation[]
  readonly #writes: readonly Operation[]
  readonly #commands: readonly object[]
  readonly #ids: readonly string[]
  readonly #negotiations: readonly string[]
  #made = 0

  constructor(seed: number, operations: readonly Operation[], negotiations: readonly string[]) {
    this.#random = new Random(seed)
    this.#operations = operations
    this.#writes = operations.filter(({ method }) => method === 'post')
    this.#negotiations = negotiations
    this.#commands = [...generate({ seed, events: 300 })].map(({ command }) => command)
    this.#ids = [...new Set(JSON.stringify(this.#commands).match(/(?<=":")[a-z][a-z0-9-]+(?=")/g))]
  }

  next(): GeneratedRequest {
    const random = this.#random
    const from = random.chance(0.25) ? this.#writes : this.#operations
    const { path, method, operation } = random.pick(from)
    const query = new URLSearchParams()
    const headers: Record<string, string> = {}
    let filled = path
    for (const parameter of operation.parameters) {
      const { name, required } = parameter
      const schema = (parameter as { readonly schema?: Schema }).schema
      if (parameter.in === 'path') {
        filled = filled.replace(`{${name}}`, encodeURIComponent(this.#value(name, schema)))
      } else if (required || random.chance(0.2)) {
        const value = this.#value(name, schema)
        if (parameter.in === 'query') query.append(name, value)
        else if (/^[\x21-\x7e ]+$/.test(value)) headers[name] = value.trim() || '*'
      }
    }
    if (random.chance(0.03)) query.append(random.pick(['x', 'limit', 'revision']), random.pick(ODD))
    const types = Object.keys(operation.requestBody?.content ?? {})
    const body = types.length === 0 ? undefined : this.#body(types[0] as string, path)
    if (body !== undefined && !random.chance(0.03)) headers['content-type'] = types[0] as string
    const search = query.toString()
    const isWrong = random.chance(0.02)
    return {
      method: isWrong ? random.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS']) : method.toUpperCase(),
      path: search === '' ? filled : `${filled}?${search}`,
      headers,
      body,
      isEndless: 'text/event-stream' in (operation.responses[200]?.content ?? {}),
    }
  }

  #value(name: string, schema: Schema | undefined): string {
    const random = this.#random
    if (random.chance(0.12)) return random.pick(ODD)
    if (name === 'negotiation') return random.pick(this.#negotiations)
    if (/time/i.test(name)) return `2025-${random.integer(10, 12)}-${random.integer(10, 28)}T12:00Z`
    if (/revision$/i.test(name) && name !== 'draftRevision') return String(random.integer(0, 400))
    if (name === 'limit') return String(random.integer(1, 500))
    if (schema?.enum !== undefined) return random.pick(schema.enum)
    if (schema?.examples !== undefined && random.chance(0.4)) return random.pick(schema.examples)
    return random.pick(this.#ids)
  }

  #body(type: string, path: string): string {
    const random = this.#random
    if (random.chance(0.05))
      return random.pick(['', '{', '[]', 'null', '"', '\u0000', '[[[[', '1e999'])
    if (path.endsWith('/match')) return JSON.stringify({ text: this.#text() })
    const count = random.integer(1, 4)
    const commands = Array.from({ length: count }, () => this.#command())
    const lines = type === 'application/x-ndjson'
    return lines ? commands.map((one) => JSON.stringify(one)).join('\n') : JSON.stringify(commands)
  }

  #command(): object {
    const random = this.#random
    if (random.chance(0.1)) {
      const title = `Talks ${this.#made++}`
      return { type: 'negotiation.opened', occurred: '2025-11-01', title }
    }
    const command = structuredClone(random.pick(this.#commands)) as Record<string, unknown>
    if (random.chance(0.9)) delete command.id
    if (random.chance(0.5)) {
      const member = random.pick(Object.keys(command))
      command[member] = random.pick<unknown>([...ODD, null, [], {}, 0, -1, 1e300, [null], true])
    }
    if (random.chance(0.1)) delete command[random.pick(Object.keys(command))]
    return command
  }

  #text(): string {
    const unit = this.#random.pick([
      '1.\n\n',
      '|a|b|\n',
      '((((',
      '[X: a] ',
      'Article 1\n\nText.\n\n',
      '> ',
    ])
    return unit.repeat(this.#random.integer(0, 2_000))
  }
}
