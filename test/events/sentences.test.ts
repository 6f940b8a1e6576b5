import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CommandType, recorded } from '../../events/registry.ts'
import { readCommands } from '../../src/decide/command.ts'
import { sentenceOn } from '../../src/decide/refusal.ts'
import { expectSentence } from '../sentences.ts'
import { whatOf } from '../words/in-english.ts'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const types = Object.keys(recorded) as CommandType[]

/** Values that no member takes, or hardly any. */
const odd: readonly Json[] = [
  null,
  true,
  1.5,
  -1,
  '',
  ' ',
  'x'.repeat(300_000),
  'A B',
  '\ud800',
  [],
  {},
  [[]],
]

describe.each(types)('%s', (type) => {
  const example = { type, ...recorded[type].example } as unknown as Json

  test('is taken as its example has it', () => {
    expect(readCommands(example).refusals).toEqual([])
  })

  test('names each member that is missing, unknown or wrong, and the remedy', () => {
    for (const path of placesIn(example)) {
      for (const change of [...odd.map(replaced), removed, renamed, joined]) {
        const given = structuredClone(example)
        change(given, path)
        for (const { pointer, what } of readCommands(given).refusals) {
          expectSentence(
            sentenceOn(pointer || 'The request', whatOf(what)),
            pointer || 'The request',
          )
        }
      }
    }
  })
})

test('whatever JSON is sent, the refusals are sentences', () => {
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.jsonValue({ maxDepth: 4 }), (type, value) => {
      for (const sent of [value, { type, ...Object(value) }]) {
        for (const { pointer, what } of readCommands(sent).refusals) {
          expectSentence(
            sentenceOn(pointer || 'The request', whatOf(what)),
            pointer || 'The request',
          )
        }
      }
    }),
  )
})

/** The paths of all members and items within a value. */
function placesIn(value: Json, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    [...path, name],
    ...placesIn(inner, [...path, name]),
  ])
}

type Change = (root: Json, path: readonly string[]) => void

function replaced(value: Json): Change {
  return (root, path) => {
    around(root, path)[path.at(-1) as string] = value
  }
}

function removed(root: Json, path: readonly string[]): void {
  delete around(root, path)[path.at(-1) as string]
}

/** Two letters of the name change places. */
function renamed(root: Json, path: readonly string[]): void {
  const name = path.at(-1) as string
  const container = around(root, path)
  container[`${name[1] ?? 'x'}${name[0]}${name.slice(2)}`] = container[name] as Json
  delete container[name]
}

function joined(root: Json, path: readonly string[]): void {
  around(root, path).colour = 'red'
}

function around(root: Json, path: readonly string[]): Record<string, Json> {
  return path.slice(0, -1).reduce((at, name) => at[name] as never, root as Record<string, Json>)
}
