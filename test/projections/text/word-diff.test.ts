import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffWords } from '../../../projections/text/word-diff.ts'

const told = (before: string, after: string) =>
  diffWords([before], [after])
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('')

/** Texts of few words, so that much is the same by chance. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'army', ' ', ' ', '\n', '\n\n', '. ', ', ', '((', '水条约'), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''))

describe('words are compared, and blanks only between words that stay', () => {
  test('a word that both texts have stays, though more blanks would match without it', () => {
    expect(told('The army shall withdraw from Donbas.', 'The army forces may withdraw.')).toBe(
      'The army [-shall-]{+forces may+} withdraw[- from Donbas-].',
    )
  })

  test('a mark between two words that stay is changed alone', () => {
    expect(told('food, water', 'food; water')).toBe('food[-,-]{+;+} water')
  })

  test('texts without any word are replaced whole', () => {
    expect(told('((', '))')).toBe('[-((-]{+))+}')
  })

  test('the runs are both texts, whatever they say', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = diffWords([before], [after])
        const of = (kind: string) =>
          runs.filter((run) => run.kind === 'same' || run.kind === kind).map((run) => run.text)
        expect(of('deleted').join('')).toBe(before)
        expect(of('inserted').join('')).toBe(after)
        for (const [index, run] of runs.entries()) {
          expect(run.text).not.toBe('')
          expect(run.kind).not.toBe(runs[index + 1]?.kind)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what was put in or taken out as a unit is shown as that unit', () => {
  const first = 'The Parties share the river.'
  const second = 'The Parties meet each year.'
  const third = 'The Parties share the costs.'

  test('a paragraph between two that begin alike', () => {
    const [before, after] = [`${first}\n\n${third}`, `${first}\n\n${second}\n\n${third}`]
    expect(told(before, after)).toBe(`${first}\n\n{+${second}\n\n+}${third}`)
    expect(told(after, before)).toBe(`${first}\n\n[-${second}\n\n-]${third}`)
  })

  test('the first paragraph', () => {
    expect(told(third, `${second}\n\n${third}`)).toBe(`{+${second}\n\n+}${third}`)
  })

  test('a sentence', () => {
    expect(told(`${first} ${third}`, `${first} ${second} ${third}`)).toBe(
      `${first} {+${second} +}${third}`,
    )
  })
})
