import { beforeAll, describe, expect, test, vi } from 'vitest'
import './english-page.ts'
import type { StanceChange } from '../../projections/changes/stance-changes.ts'
import type { Telling } from '../../src/dashboard/briefing/move-sections.ts'
import type { News } from '../../src/dashboard/briefing/news.ts'
import { linesInSight } from '../../src/dashboard/parts/lines-in-sight.ts'
import type { Names } from '../../src/dashboard/state/use-names.ts'

beforeAll(() => {
  vi.stubGlobal('localStorage', { getItem: () => 'UTC', setItem: () => undefined })
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  vi.stubGlobal('location', { pathname: '/dashboard/', search: '' })
})

const none = {
  ...({ stance: 'no_record', basis: null, commitment: null, redLine: null } as const),
  ...{ number: null, condition: null, fit: null, support: null, conflict: null },
}
const supports = {
  ...none,
  ...({ stance: 'supports', basis: 'declared', commitment: 'unspecified' } as const),
  ...({ redLine: 'unstated', fit: 'exact', support: 'supported' } as const),
}
const opposes = {
  ...supports,
  ...({ stance: 'opposes', redLine: 'yes', commitment: 'conditional' } as const),
  condition: 'talks first',
}
const soldiers = (value: string) => ({ value, unit: 'soldiers', comparator: 'at_most' }) as const
const cause = {
  ...{ type: 'statement.recorded', statement: 's', draft: null, draftRevision: null },
  ...{ meeting: null, source: null, id: 'entry-1', revision: 7, onBehalfOf: 'russia' },
  speaker: { kind: 'person', id: 'lavrov' },
  outlets: ['The Agency'],
  occurred: { text: '2025-12-01', from: '2025-12-01T00:00:00Z', until: '2025-12-02T00:00:00Z' },
  recordedAt: '2025-12-02T07:45:00.000Z',
  evidence: [{ source: 'report', quote: { exact: 'We *do*  not.', start: 0, end: 12 } }],
}
const change = (told: object) =>
  ({
    ...{ party: 'russia', subject: { kind: 'issue', id: 'army-cap' } },
    ...{ moves: [], causes: [cause] },
    ...told,
  }) as unknown as StanceChange
const move = (part: string, before: unknown, after: unknown) => ({
  part,
  before,
  after,
  causes: [],
})

const CHANGES = {
  moved: change({
    ...{ change: 'moved', before: supports, after: opposes },
    moves: [move('stance', 'supports', 'opposes')],
  }),
  number: change({
    ...{ change: 'moved', before: supports, after: supports },
    moves: [move('number', soldiers('800000'), soldiers('600000'))],
  }),
  hardened: change({
    ...{ change: 'firmnessChanged', before: supports, after: { ...supports, redLine: 'yes' } },
    moves: [move('redLine', 'unstated', 'yes')],
  }),
  softened: change({
    ...{ change: 'firmnessChanged', before: supports },
    after: { ...supports, commitment: 'conditional', condition: 'if paid' },
    moves: [move('condition', null, 'if paid'), move('commitment', 'unspecified', 'conditional')],
  }),
  new: change({ change: 'firstRecorded', before: none, after: opposes }),
  withdrawn: change({ change: 'noLongerRecorded', before: supports, after: none }),
  unsupported: change({
    ...{ change: 'moved', before: supports, after: { ...supports, support: 'unsupported' } },
    moves: [move('support', 'supported', 'unsupported')],
  }),
  terms: change({
    ...{ change: 'basisChanged', before: { ...opposes, basis: 'reported' }, after: opposes },
  }),
}

describe('a change of stance is told in a sentence, in its group', () => {
  test.each([
    [
      'moved',
      'Russia moved from “supports” to “opposes” on the cap: declared, a red line, conditional, on condition: talks first',
    ],
    [
      'number',
      'Russia changed the number of “supports” on the cap: from at most 800,000 soldiers to at most 600,000 soldiers',
    ],
    ['hardened', 'Russia hardened “supports” on the cap: red line from not stated to yes'],
    [
      'softened',
      'Russia softened “supports” on the cap: condition from none to “if paid”; commitment from not stated to conditional',
    ],
    [
      'new',
      'Russia came on record on the cap with “opposes”: declared, a red line, conditional, on condition: talks first',
    ],
    ['withdrawn', '“supports” of Russia on the cap is no longer on record'],
    ['unsupported', 'No source of “supports” of Russia on the cap stands any more'],
    ['terms', '“opposes” of Russia on the cap: from reported to declared'],
  ] as const)('%s', async (group, sentence) => {
    const { moveGroup } = await import('../../src/dashboard/briefing/move-group.ts')
    const { moveSentence } = await import('../../src/dashboard/briefing/move-sentence.ts')
    expect(moveGroup(CHANGES[group])).toBe(group)
    expect(moveSentence(CHANGES[group], 'Russia', 'the cap')).toBe(sentence)
    expect(sentence).not.toContain('still')
  })

  test('a party that takes its stance back withdrew it, and moved nowhere', async () => {
    const { moveGroup } = await import('../../src/dashboard/briefing/move-group.ts')
    const back = { ...supports, stance: 'withdrawn' }
    const moves = [move('stance', 'supports', 'withdrawn')]
    expect(moveGroup(change({ change: 'moved', before: supports, after: back, moves }))).toBe(
      'withdrawn',
    )
  })
})

const names = {
  party: (id) => ({ russia: 'Russia', belarus: 'Belarus' })[id] ?? id,
  person: () => 'Sergey Lavrov',
  subject: ({ id }) => id,
} as Partial<Names> as Names
const telling: Telling = { names, languageOf: () => 'ru', wordsOf: () => 'what was said' }

const sectionsOf = async (...changes: StanceChange[]) => {
  const { moveSections } = await import('../../src/dashboard/briefing/move-sections.ts')
  return moveSections(changes, telling)
}

describe('moves', () => {
  test('of several parties by the same words are one line, with who said so where', async () => {
    const [section] = await sectionsOf(CHANGES.new, { ...CHANGES.new, party: 'belarus' })
    expect(section?.title).toBe('New on record')
    expect(section?.lines).toHaveLength(1)
    expect(section?.lines[0]).toMatchObject({
      text: expect.stringMatching(/^Russia and Belarus came on record/),
      ground: {
        speaker: 'Sergey Lavrov, for Russia',
        outlets: 'The Agency',
        words: 'We *do* not.',
      },
      to: { query: { cell: 'russia:issue:army-cap' } },
    })
  })

  test('by other words are lines of their own, the latest recorded first', async () => {
    const later = { ...cause, id: 'entry-2', revision: 8, recordedAt: '2025-12-03T07:45:00.000Z' }
    const [section] = await sectionsOf(CHANGES.new, {
      ...CHANGES.new,
      party: 'belarus',
      causes: [later],
    } as StanceChange)
    expect(section?.lines.map(({ text }) => text.split(' ')[0])).toEqual(['Belarus', 'Russia'])
  })

  test('without a quote are told by the words of their statement', async () => {
    const bare = { ...cause, evidence: [] }
    const [section] = await sectionsOf({ ...CHANGES.new, causes: [bare] } as StanceChange)
    expect(section?.lines[0]?.ground?.words).toBe('what was said')
  })
})

describe('elsewhere it is the same text', () => {
  const news = async (): Promise<News> => ({
    title: 'Peace *plan*',
    span: 'From then to now: 1 entry was recorded.',
    sections: await sectionsOf(CHANGES.unsupported),
    link: (to) => `http://host/${to?.view ?? 'here'}`,
  })
  const as = () => import('../../src/dashboard/briefing/news-as.ts')

  test('as Markdown, with its doubts, and what Markdown would take for its own escaped', async () => {
    expect((await as()).newsAsMarkdown(await news())).toBe(
      [
        '# Peace \\*plan\\*: what is new',
        ...['', 'From then to now: 1 entry was recorded. [On the page](http://host/here)'],
        ...['', '## Unsupported', ''],
        '- No source of “supports” of Russia on army-cap stands any more. **Unsupported.** Sergey Lavrov, for Russia, in The Agency: “We \\*do\\* not.”; said 1 Dec 2025, recorded 2 Dec 2025, 07:45. ([more](http://host/stances))',
        '',
      ].join('\n'),
    )
  })

  test('as plain text and as an e-mail, which is cut where a line ends', async () => {
    const { newsAsMail, newsAsText } = await as()
    const told = await news()
    expect(newsAsText(told)).toContain(
      'stands any more. (UNSUPPORTED)\n  Sergey Lavrov, for Russia',
    )
    const [section] = told.sections
    const long = { ...told, sections: new Array(40).fill(section) }
    const mail = new URL(newsAsMail(long))
    expect(mail.protocol).toBe('mailto:')
    expect(newsAsMail(long).length).toBeLessThan(2000)
    expect(mail.searchParams.get('body')).toMatch(/^Peace .*\n… The rest: http:\/\/host\/here$/s)
  })

  test('as CSV, in which nothing is a formula', async () => {
    const told = await news()
    const sections = told.sections.map((section) => ({
      ...section,
      lines: section.lines.map((line) => ({ ...line, text: '=1+1, "yes"' })),
    }))
    const [head, row, end] = (await as()).newsAsCsv({ ...told, sections }).split('\r\n')
    expect(head).toBe('section,change,unsupported,speaker,outlets,words,said,recorded,link')
    expect(row).toBe(
      'Unsupported,"\'=1+1, ""yes""",yes,"Sergey Lavrov, for Russia",The Agency,We *do* not.,1 Dec 2025,2025-12-02T07:45:00.000Z,http://host/stances',
    )
    expect(end).toBe('')
  })
})

test.each([
  [[80, 3, 25], 10, [8, 1, 1]],
  [[2, 3, 1], 22, [2, 3, 1]],
  [[9, 9, 9], 2, [1, 1, 0]],
  [[5, 1], 5, [5, 1]],
  [[], 5, []],
])('of %j lines, %j fit: %j are in sight', (counts, most, shown) => {
  expect(linesInSight(counts, most)).toEqual(shown)
})
