import { describe, expect, test } from 'vitest'
import { problems } from '../../src/problems/problems.ts'
import { DETAILS, REASONS, TITLES, WORDS } from '../../src/words/all-languages.ts'
import { LANGUAGES, type Language, languageOfTag } from '../../src/words/language.ts'
import type { Names } from '../../src/words/names.ts'
import type { Sentences, Words } from '../../src/words/words.ts'
import { DETAILS as OF_DETAILS } from './detail-examples.ts'
import { type Examples, HEADLINES, REASONS as OF_REASONS, STEPS, WARNINGS } from './examples.ts'

type Kind = keyof Words | 'reasons' | 'details'

function sentencesOf(kind: Kind, language: Language): object {
  if (kind === 'reasons') return REASONS[language]
  return kind === 'details' ? DETAILS[language] : WORDS[language][kind]
}

const EXAMPLES: { readonly [K in Kind]: Examples<never> } = {
  headlines: HEADLINES as Examples<never>,
  warnings: WARNINGS as Examples<never>,
  steps: STEPS as Examples<never>,
  reasons: OF_REASONS as Examples<never>,
  details: OF_DETAILS as Examples<never>,
}
const KINDS = Object.keys(EXAMPLES) as Kind[]

/** Every sentence of a kind in a language, with what it took from its parameters. */
function renderings(kind: Kind, language: Language) {
  return Object.entries<readonly object[]>(EXAMPLES[kind]).flatMap(([code, examples]) =>
    examples.map((params, place) => {
      const named = new Set<string>()
      const names: Names = {
        of: (of, id) => {
          named.add(`${of} ${id}`)
          return id
        },
        date: ({ text }) => {
          named.add(`date ${text}`)
          return text
        },
      }
      const sentences = sentencesOf(kind, language) as Sentences<Record<string, object>>
      const line = sentences[code]?.(params, names) as string
      return { at: `${kind} ${code} ${place}`, line, named: [...named].sort() }
    }),
  )
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(KINDS)('there are %s of every code, and of no other', (kind) => {
    expect(Object.keys(sentencesOf(kind, language)).sort()).toEqual(
      Object.keys(EXAMPLES[kind]).sort(),
    )
  })

  test.each(KINDS)('%s leave nothing open', (kind) => {
    for (const { at, line } of renderings(kind, language)) {
      const said = line.replace(/\bLEDGER_[A-Z_]+|\bledger_/g, 'name')
      expect(said, at).not.toMatch(/undefined|null|NaN|\[object|_| {2}|[:,] ?$|\( ?\)/)
      expect(line, at).toMatch(/\S/)
    }
  })

  test.each(['warnings', 'details'] as const)('%s are whole sentences', (kind) => {
    for (const { at, line } of renderings(kind, language)) {
      expect(line, at).toMatch(/^[\p{Lu}\d].*\.$/u)
    }
  })
})

test('every sentence in Ukrainian begins in Ukrainian, but that of a speaker', () => {
  for (const kind of ['headlines', 'warnings'] as const) {
    for (const { at, line } of renderings(kind, 'uk')) {
      if (at.includes('statement.recorded')) continue
      expect(line, at).toMatch(/^\p{Lu}\p{Script=Cyrillic}*[, ]/u)
    }
  }
})

test.each(KINDS)('%s name the same things in every language', (kind) => {
  const [first, ...others] = LANGUAGES.map((language) =>
    renderings(kind, language).map(({ at, named }) => ({ at, named })),
  )
  for (const other of others) expect(other).toEqual(first)
})

test.each([
  ['uk', 'uk'],
  ['uk-UA', 'uk'],
  ['uk_UA.UTF-8', 'uk'],
  ['EN-gb', 'en'],
  ['ukr', undefined],
  ['C', undefined],
  ['', undefined],
])('the tag %j is of %s', (tag, language) => {
  expect(languageOfTag(tag)).toBe(language)
})

test('every problem has a title of its own in every language', () => {
  for (const titles of Object.values(TITLES)) {
    expect(Object.keys(titles).sort()).toEqual(Object.keys(problems).sort())
    expect(new Set(Object.values(titles)).size).toBe(Object.keys(problems).length)
    for (const title of Object.values(titles)) expect(title).toMatch(/^\p{Lu}.*[^.]$/u)
  }
})
