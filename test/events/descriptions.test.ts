import { expect, test } from 'vitest'
import { z } from 'zod'
import { choice } from '../../events/choice.ts'
import { Command, type CommandType, recorded } from '../../events/registry.ts'
import {
  emptyDescriptions,
  membersOf,
  sharedDescriptions,
  wrongExamples,
  wrongMeanings,
} from '../described.ts'

const types = Object.entries(recorded) as [CommandType, (typeof recorded)[CommandType]][]
const members = membersOf(Command)

test.each(types)('%s says what it is for, and its example is a command', (type, row) => {
  expect(row.description).toMatch(/^[A-Z].{30,}\.$/)
  expect(Command.safeParse({ type, ...row.example }).error?.issues ?? []).toEqual([])
})

test('no two types have one title or one description', () => {
  for (const member of ['title', 'description'] as const) {
    expect(new Set(types.map(([, row]) => row[member])).size).toBe(types.length)
  }
})

test('every member of a command has a description of its own', () => {
  expect(members.length).toBeGreaterThan(100)
  expect(emptyDescriptions(members)).toEqual([])
  expect(sharedDescriptions(members)).toEqual([])
})

test('every member has an example that it takes, every value of an enumeration a meaning', () => {
  expect(wrongExamples(members)).toEqual([])
  expect(wrongMeanings(members)).toEqual([])
})

test('what is missing, repeated, alike, refused or unexplained is found', () => {
  const found = membersOf(
    z.strictObject({
      none: z.string(),
      title: z.string().describe('The title'),
      first: z.int().meta({ description: 'A number of things', examples: ['x'] }),
      second: z.array(z.int()).describe('A number of things'),
      third: choice('How it is', { open: 'It is open' }),
    }),
  )
  expect(emptyDescriptions(found)).toEqual([
    '/none has no description',
    '/title repeats its name: The title',
  ])
  expect(sharedDescriptions(found)).toEqual([
    '/second and first are described alike: A number of things',
  ])
  expect(wrongExamples(found)).toEqual([
    '/none has no example',
    '/title has no example',
    '/first does not take its example "x"',
  ])
  expect(wrongMeanings(found)).toEqual(['/third: open is not explained'])
})
