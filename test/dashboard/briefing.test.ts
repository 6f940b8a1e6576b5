import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { BriefingSection } from '../../src/dashboard/briefing/sentences.ts'
import type { Names } from '../../src/dashboard/state/use-names.ts'

beforeAll(() => {
  vi.stubGlobal('localStorage', { getItem: () => 'UTC', setItem: () => undefined })
  vi.stubGlobal('location', { pathname: '/dashboard/', search: '' })
})

const names = {
  party: () => 'Russia',
  subject: () => 'Size of the army',
} as Partial<Names> as Names
const none = {
  ...({ stance: 'no_record', basis: null, commitment: null, redLine: null } as const),
  ...{ number: null, condition: null, fit: null, support: null, conflict: null },
}
const opposes = {
  ...none,
  ...({ stance: 'opposes', basis: 'declared', commitment: 'conditional', redLine: 'yes' } as const),
}
const soldiers = (value: string) => ({ value, unit: 'soldiers', comparator: 'at_most' }) as const
const supports = { ...none, stance: 'supports', basis: 'reported' } as const
const change = {
  ...({ party: 'russia', subject: { kind: 'issue', id: 'army-cap' } } as const),
  ...{ moves: [], causes: [] },
}

describe('a change of stance is told in a sentence', () => {
  test.each([
    [
      {
        change: 'moved',
        ...{ before: supports, after: opposes },
        moves: [{ part: 'stance', before: 'supports', after: 'opposes', causes: [] }],
      },
      'Russia moved from “supports” to “opposes” on Size of the army (declared, at most 600,000 soldiers, a red line, conditional, on condition: talks first)',
    ],
    [
      {
        change: 'moved',
        ...{ before: supports, after: supports },
        moves: [
          { part: 'number', before: soldiers('800000'), after: soldiers('600000'), causes: [] },
          { part: 'support', before: 'supported', after: 'unsupported', causes: [] },
        ],
      },
      'Russia is still at “supports” on Size of the army; number: at most 800,000 soldiers, now at most 600,000 soldiers; support: supported, now unsupported',
    ],
    [
      { change: 'noLongerRecorded', before: supports, after: none },
      'Russia no longer has a position on Size of the army on record; it was “supports”',
    ],
    [
      { change: 'basisChanged', before: { ...opposes, basis: 'reported' }, after: opposes },
      'Russia is still at “opposes” on Size of the army, now declared instead of reported (at most 600,000 soldiers, a red line, conditional, on condition: talks first)',
    ],
    [
      {
        change: 'firmnessChanged',
        before: { ...opposes, redLine: 'unstated', commitment: 'unspecified' },
        after: opposes,
      },
      'Russia is still at “opposes” on Size of the army (declared, at most 600,000 soldiers, a red line, conditional, on condition: talks first); before it was unspecified',
    ],
  ] as const)('%#', async (told, sentence) => {
    const { stanceSentence } = await import('../../src/dashboard/briefing/stance-sentence.ts')
    const leader = {
      quantity: { value: '600000', unit: 'soldiers', comparator: 'at_most' },
      condition: 'talks first',
    }
    expect(stanceSentence({ ...change, ...told }, leader as never, names)).toBe(sentence)
  })
})

test('as Markdown it keeps its doubts, and its links keep their moment', async () => {
  const { markdownOf } = await import('../../src/dashboard/briefing/markdown.ts')
  const to = { view: 'stances', query: { cell: 'a:issue:b' } } as const
  const sections: BriefingSection[] = [
    { title: 'Stances', sentences: [{ text: 'A *moved*.', to, isUnsupported: true }] },
  ]
  const route = {
    negotiation: 'water',
    view: 'briefing',
    query: { revision: '7', validTime: '2026-03-01T00:00:00.000Z', from: '3' },
  } as const
  expect(markdownOf('Water', 'Then.', sections, route, 'http://host')).toBe(
    [
      ...['# Water', '', 'Then.', '', '## Stances', ''],
      '- A \\*moved\\*. **Unsupported.** ([more](http://host/dashboard/n/water/stances?revision=7&validTime=2026-03-01T00:00:00.000Z&cell=a:issue:b))',
      '',
    ].join('\n'),
  )
})
