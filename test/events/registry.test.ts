import { describe, expect, test } from 'vitest'
import { Command, type EventType, registry } from '../../events/registry.ts'
import { readAs } from '../../events/schema-faults.ts'
import { currentSchema, UnknownEvent, upcast } from '../../events/upcast.ts'
import { whatOf } from '../words/in-english.ts'

const raised = {
  type: 'issue.raised',
  occurred: '2026-01-01',
  issue: 'army-cap',
  title: 'Cap on the army',
  proposition: 'The army is limited to 600000 soldiers',
}

function complaints(command: unknown): string[] {
  const { faults = [] } = readAs(Command, command)
  return faults.map(({ path, what }) => `${path.join('/')}: ${whatOf(what)}`)
}

describe('a command', () => {
  test('becomes a proposal: what happened, when, and the fact as its body', () => {
    expect(Command.parse(raised)).toEqual({
      type: 'issue.raised',
      schema: 1,
      id: undefined,
      occurred: {
        text: '2026-01-01',
        from: '2026-01-01T00:00:00.000Z',
        until: '2026-01-02T00:00:00.000Z',
      },
      body: { issue: 'army-cap', title: raised.title, proposition: raised.proposition },
    })
  })

  test('may bring its own event id, evidence, and dates within the fact', () => {
    const id = '01900000-0000-7000-8000-000000000000'
    const evidence = [{ source: 'report', quote: { exact: 'at most' }, relay: ['agency'] }]
    const parsed = Command.parse({
      type: 'party.listed',
      id,
      occurred: '2026',
      party: 'a',
      name: 'A',
      kind: 'state',
      role: 'party',
      since: '../',
      evidence,
    })
    expect(parsed).toMatchObject({
      id,
      body: { since: { text: '../', from: null, until: null }, evidence },
    })
  })

  test('carries a replacement in command form, stored in the form of an event', () => {
    const { replacement } = Command.parse({
      type: 'entry.corrected',
      occurred: '2026-01-02',
      target: '01900000-0000-7000-8000-000000000000',
      reason: 'entry_error',
      replacement: raised,
    }).body as { replacement: object }
    expect(replacement).toMatchObject({
      type: 'issue.raised',
      schema: 1,
      occurred: { text: '2026-01-01' },
      body: { issue: 'army-cap' },
    })
  })

  test.each([
    ['an unknown member', { ...raised, colour: 'red' }, ': '],
    ['a missing member', { ...raised, title: undefined }, 'title: '],
    [
      'an unknown type',
      { ...raised, type: 'issue.lost' },
      'type: is not a type of event: "issue.lost"',
    ],
    ['no type', { occurred: '2026' }, 'type: is missing: add the type of event'],
    ['a date that is none', { ...raised, occurred: '2026-02-30' }, 'occurred: '],
    ['an id with capitals', { ...raised, issue: 'Army' }, 'issue: must be 1 to 64 of a-z'],
    ['an id of 65', { ...raised, issue: 'a'.repeat(65) }, 'issue: must be 1 to 64'],
    ['a blank title', { ...raised, title: ' \t' }, 'title: must not be blank'],
    ['a title of two lines', { ...raised, title: 'a\nb' }, 'title: must be one line'],
    [
      'a lone surrogate',
      { ...raised, title: '\ud800' },
      'title: must not contain a lone surrogate',
    ],
    [
      'U+0000',
      { ...raised, title: 'a\0b' },
      'title: must not contain the character U+0000: leave it out',
    ],
    ['an event id in capitals', { ...raised, id: '01900000-0000-7000-8000-00000000000A' }, 'id: '],
    ['a fraction', { ...raised, type: 'draft.revisionReported', points: 1.5 }, 'points: '],
    ['a list', [raised], ''],
    ['nothing', null, ''],
  ])('is refused with %s', (_, command, complaint) => {
    expect(complaints(command).join('\n')).toContain(complaint)
    expect(complaints(command)).not.toEqual([])
  })

  test('is refused with a text that is held without its text, or given though it is not held', () => {
    const source = {
      type: 'source.recorded',
      occurred: '2026',
      source: 's',
      kind: 'news_report',
      authors: [],
      language: 'en',
      published: '2026',
    }
    expect(complaints({ ...source, held: 'text' })).toEqual([
      'text: is required where held is "text", and left out elsewhere',
    ])
    expect(complaints({ ...source, held: 'unseen', text: 'x' })).toEqual([
      'text: is required where held is "text", and left out elsewhere',
    ])
    expect(complaints({ ...source, held: 'unseen' })).toEqual([])
  })
})

describe('a period within a fact', () => {
  const accredited = (since: string, until: string) => ({
    type: 'person.accredited',
    occurred: '2026',
    person: 'ann',
    party: 'a',
    since,
    until,
  })

  test('is refused where it provably ends before it begins', () => {
    const complaint = ['until: must not end before `since`']
    expect(complaints(accredited('2026-03-01', '2026-02-01'))).toEqual(complaint)
    expect(complaints(accredited('2026-03-01', '2026-02'))).toEqual(complaint)
  })

  test.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-03-15', '2026-03'],
    ['../', '2026-03'],
    ['2026-03-01', '2026-03-02/..'],
  ])('may be from %s until %s', (since, until) => {
    expect(complaints(accredited(since, until))).toEqual([])
  })
})

describe('the registry', () => {
  test('names types in the past tense, family first, and titles each', () => {
    for (const [type, { title }] of Object.entries(registry)) {
      expect(type).toMatch(/^[a-z]+\.[a-z]+([A-Z][a-z]+)*$/)
      expect(title).not.toBe('')
    }
  })
})

describe('an old body', () => {
  test('is read in the current schema of its type', () => {
    const old = { statement: 'umerov-1', text: 'I take it back.' }
    expect(upcast('statement.retracted', 1, old)).toEqual({ ...old, manner: 'retracted' })
  })

  test('is read so within a correction too', () => {
    const replacement = { type: 'statement.retracted', schema: 1, body: { statement: 's' } }
    expect(upcast('entry.corrected', 1, { replacement })).toEqual({
      replacement: {
        type: 'statement.retracted',
        schema: 2,
        body: { statement: 's', manner: 'retracted' },
      },
    })
  })

  test('of the current schema is left as it is', () => {
    const body = { statement: 's', manner: 'denied' }
    expect(upcast('statement.retracted', 2, body)).toBe(body)
  })

  test('of a type or schema from the future is refused', () => {
    expect(() => upcast('statement.retracted', 3, {})).toThrow(UnknownEvent)
    expect(() => upcast('statement.sung', 1, {})).toThrow(UnknownEvent)
  })

  test('can always be brought up to date: no chain of upcasters has a gap', () => {
    for (const [type, { schema }] of Object.entries(registry)) {
      expect(currentSchema(type as EventType), type).toBe(schema)
    }
  })
})
