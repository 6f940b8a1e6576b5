import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { describe, expect, test } from 'vitest'
import { folded } from '../../src/search/words/fold.ts'
import { isFoundIn } from '../../src/search/words/matching.ts'
import { parseQuery } from '../../src/search/words/query.ts'
import { indexedWordsOf } from '../../src/search/words/words.ts'
import { SAYINGS } from './feed.ts'

const found = (query: string, text: string, language?: string) =>
  isFoundIn([{ field: 'text', text, ...(language && { language }) }], parseQuery(query))

test.each(['\u00ad', '\u200d', '\u2060', '\u200e', '\u2068', '\ufeff'])(
  'a word is found over what nobody sees in it: %j',
  (unseen) => {
    const text = `a wo${unseen}rd is`
    expect(indexedWordsOf(text).map(({ form }) => form)).toEqual(['a', 'word', 'is'])
    expect(found('word', text)).toBe(true)
    expect(found(`wo${unseen}rd`, 'a word')).toBe(true)
  },
)

test('a blank of no width divides words', () => {
  expect(indexedWordsOf('one\u200btwo').map(({ form }) => form)).toEqual(['one', 'two'])
})

describe('a word finds its inflections', () => {
  test.each([
    ['en', 'negotiation', 'They were negotiating all night.'],
    ['en', 'parties', 'One party left.'],
    ['fr', 'négociations', 'Le négociateur est arrivé.'],
    ['fr', 'negociation', 'Les négociations reprennent.'],
    ['fr', 'armée', 'La taille de l’armée'],
    ['es', 'negociación', 'Las negociaciones siguen.'],
    ['ru', 'переговоры', 'Об этом заявили на переговорах.'],
    ['ru', 'делегация', 'Состав делегации утверждён.'],
    ['ru', 'утвержден', 'Состав делегации утверждён.'],
    ['uk', 'переговори', 'Про це йшлося на переговорах.'],
    ['uk', 'делегація', 'Склад української делегації, з делегацією прибув посол.'],
    ['uk', 'українська', 'Склад української делегації'],
    ['uk', 'армія', 'Чисельність армії не обмежується.'],
    ['uk', "п'ятий", 'На п’ятому засіданні'],
    ['uk', 'конфлікт', 'Конфлікти тривають.'],
    ['uk', 'документами', 'Обидва документи підписано.'],
    ['uk', 'солдати', 'Жодного солдата там немає.'],
    ['uk', 'область', 'Про це йдеться в області.'],
    ['uk', 'області', 'Межі областей'],
    ['uk', 'школу', 'Діє українська школа.'],
    ['uk', 'говорити', 'Вона говорила про мир.'],
    ['ar', 'مفاوضات', 'بدأت المفاوضات في جنيف'],
    ['ar', 'المفاوضات', 'استعداد للمفاوضات'],
    ['ar', 'أوكرانيا', 'وفد اوكرانيا'],
    ['ar', 'مفاوضات', 'الْمُفَاوَضَاتُ'],
    ['zh', '停火', '双方同意立即停火协议生效'],
    ['zh', '协议', '双方同意立即停火协议生效'],
    ['zh-Hant', '談判', '和平談判在日內瓦舉行'],
    ['ja', '停戦', '停戦交渉が始まった'],
    ['th', 'สันติภาพ', 'การเจรจาสันติภาพ'],
    ['de', 'verhandlungen', 'Die VERHANDLUNGEN gehen weiter.'],
  ])('%s: %s', (language, query, text) => {
    expect(found(query, text, language)).toBe(true)
    expect(found(query, text)).toBe(true)
    expect(found(query, 'Nothing of the kind. Ничего. 无')).toBe(false)
  })

  test('in the language of the text alone, where that is told', () => {
    // English takes off -ing, French leaves "king" as it is.
    expect(found('negotiating', 'negotiations', 'en')).toBe(true)
    expect(found('negotiating', 'negotiations', 'fr')).toBe(false)
  })
})

describe('a query', () => {
  test.each([
    ['all words, in any order', 'talks peace', true],
    ['a word that is not there', 'talks war', false],
    ['a phrase', '"peace talks"', true],
    ['the words of a phrase in another order', '"talks peace"', false],
    ['the words of a phrase apart', '"peace geneva"', false],
    ['an inflection within a phrase', '"peace talk"', false],
    ['a quote that is not closed', '"talks in gen', false],
    ['a quote that is not closed, of whole words', '"talks in geneva', true],
    ['typographic quotes', '“peace talks” geneva', true],
    ['the beginning of a word', 'gene*', true],
    ['a beginning that is not one', 'eneva*', false],
    ['a star on its own', 'talks *', true],
    ['capitals and accents', 'GÉNEVA', true],
    ['punctuation', '(talks) & -- geneva!', true],
    ['what other query languages mean by it', 'talks NOT geneva', false],
  ])('%s', (_, query, expected) => {
    expect(found(query, 'The peace talks in Geneva were resumed.', 'en')).toBe(expected)
  })

  test.each([
    ['Lodz lukasz', 'Łukasz of ŁÓDŹ'],
    ['Soren Orsted', 'Søren Ørsted'],
    ['Duc', 'Đức'],
    ['Yildirim Igdir ismail', 'İsmail Yıldırım, Iğdır'],
    ['Gudmundur Thorsson', 'Guðmundur Þórsson'],
    ['Strauss strauß', 'STRAUẞ'],
    ['aethelred oeuvre', 'Æthelred, œuvre'],
    ['Łódź Đức', 'Lodz, Duc'],
    ['Hamrun', 'Ħamrun'],
    ['cooperation', 'co\u00adoperation'],
  ])('of whoever lacks the letters finds them: %s in %s', (query, text) => {
    expect(found(query, text, 'en')).toBe(true)
  })

  test.each(['', '  ', '*', '"', '""', '?!', '\u0000', '\ud800'])(
    '%j asks for nothing',
    (query) => {
      expect(parseQuery(query)).toEqual([])
    },
  )

  test('no phrase spans two texts', () => {
    const texts = [
      { field: 'title', text: 'peace' },
      { field: 'text', text: 'talks' },
    ]
    expect(isFoundIn(texts, parseQuery('peace talks'))).toBe(true)
    expect(isFoundIn(texts, parseQuery('"peace talks"'))).toBe(false)
  })
})

/** docs/search.md lists these. */
describe('what is not found', () => {
  test.each([
    ['a part of a word', 'fire', 'ceasefire', 'en'],
    ['words written together or apart', 'ceasefire', 'cease-fire', 'en'],
    ['letters of an abbreviation with dots', 'USA', 'U.S.A.', 'en'],
    ['a translation', 'paix', 'peace', 'en'],
    ['another word for the same', 'truce', 'ceasefire', 'en'],
    ['a misspelling', 'negotation', 'negotiation', 'en'],
    ['another script', 'Kyiv', 'Київ', 'uk'],
    ['another spelling of a name', 'Kiev', 'Kyiv', 'en'],
    ['irregular forms', 'go', 'went', 'en'],
    ['changes within a Ukrainian stem', 'вогонь', 'припинення вогню', 'uk'],
    ['changes within a Russian stem', 'огонь', 'прекращение огня', 'ru'],
    ['Arabic broken plurals', 'وفد', 'الوفود', 'ar'],
    ['traditional for simplified characters', '谈判', '和平談判', 'zh-Hant'],
    ['inflections in other languages', 'verhandlungsführer', 'Verhandlungsführern', 'de'],
  ])('%s', (_, query, text, language) => {
    expect(found(text, text, language)).toBe(true)
    expect(found(query, text, language)).toBe(false)
  })

  test('words that a stemmer takes for one are found for one another', () => {
    expect(found('universe', 'The university was hit.', 'en')).toBe(true)
  })

  test('a run of Chinese characters is found across the borders of words too', () => {
    expect(found('和谈', '美国和谈判代表')).toBe(true)
  })
})

test.each([
  ['Ёлка', 'елка'],
  ['йод', 'йод'],
  ['Їжак', 'їжак'],
  ['ＡＢＣ１２', 'abc12'],
  ['İstanbul', 'istanbul'],
  ['٣٠', '30'],
  ['مُدَرِّسَة', 'مدرسه'],
  ['आंदोलन', 'आंदोलन'],
  ['⑴', '1'],
  ['sof\u00adt', 'soft'],
  ['x'.repeat(100), 'x'.repeat(64)],
])('%s is compared as %s', (word, form) => {
  expect(folded(word)).toBe(form)
})

test('words know where they stand', () => {
  const text = '  «L’été», 停火: п’ять'
  expect(indexedWordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    ...['L', 'été', '停', '火', 'п’ять'],
  ])
})

test.each([english, french, russian, spanish])('a stem does not depend on earlier ones', (stem) => {
  const words = SAYINGS.flatMap(([, text]) => indexedWordsOf(text).map(({ form }) => form))
  const forwards = words.map(stem)
  expect(words.toReversed().map(stem).reverse()).toEqual(forwards)
  expect(words.map((word) => [stem(word), stem(word)][1])).toEqual(forwards)
})
