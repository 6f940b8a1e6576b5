import { foldLetters } from '../../../projections/text/folded-letters.ts'

/** Divisions of a text from the widest to the narrowest; a number is the rank of the words in a row. */
const DIVISIONS: readonly string[] = [
  'book livre libro livro buch книга',
  'part partie parte teil частина часть جزء الجزء باب الباب',
  'title titre titulo titel титул',
  'chapter chapitre capitulo kapitel capo розділ раздел فصل الفصل',
  'section seccion secao abschnitt глава секція секция قسم القسم',
  'subsection subseccion subsecao unterabschnitt параграф',
  'article artículo artigo artikel articolo art стаття статья مادة المادة sec § §§',
]

/** The rank of what is called an article: all that is wider contains it. */
export const ARTICLE = DIVISIONS.length - 1

/** Parts of a document that stand beside its body and number their own articles. */
const ANNEXES = words(
  'annex annexe anexo attachment allegato appendix appendice apendice schedule anhang anlage приложение додаток ملحق الملحق مرفق المرفق addendum',
)

const RANKS = new Map(
  DIVISIONS.flatMap((row, rank) => [...words(row)].map((word): [string, number] => [word, rank])),
)

/** Numbers that are words, by what they count. The first of a row may be several words. */
const ORDINALS = new Map(
  [
    'preliminary preliminaire preliminar preliminare',
    'one first premier premiere primero primera primeiro primeira erster erste erstes primo перша перший первая первый الاولي الاول اولي unique unico unica единственная',
    'two second deuxieme seconde segundo segunda zweiter zweite zweites друга другий вторая второй الثانيه الثاني',
    'three third troisieme tercero tercera terceiro terceira dritter dritte drittes третя третій третья третий الثالثه الثالث',
    'four fourth quatrieme cuarto cuarta quarto quarta vierter vierte viertes четверта четвертий четвертая четвертый الرابعه الرابع',
    'five fifth cinquieme quinto quinta funfter funfte funftes пята пятий пятая пятый الخامسه الخامس',
    'six sixth sixieme sexto sexta sechster sechste sechstes шоста шостий шестая шестой السادسه السادس',
    'seven seventh septieme septimo septima setimo setima siebter siebte siebtes сьома сьомий седьмая седьмой السابعه السابع',
    'eight eighth huitieme octavo octava oitavo oitava achter achte achtes восьма восьмий восьмая восьмой الثامنه الثامن',
    'nine ninth neuvieme noveno novena nono nona neunter neunte neuntes девята девятий девятая девятый التاسعه التاسع',
    'ten tenth dixieme decimo decima zehnter zehnte zehntes десята десятий десятая десятый العاشره العاشر',
  ].flatMap((row, value) => [...words(row)].map((word): [string, number] => [word, value])),
)

/** Numerals that mark what was put in after a number was given. */
export const INSERTED = [
  ...['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'novies', 'decies'],
]

/** The division that a word calls; undefined of other words. */
export function divisionOf(word: string): { readonly rank: number } | 'annex' | undefined {
  const folded = foldWord(word)
  if (ANNEXES.has(folded)) return 'annex'
  const rank = RANKS.get(folded)
  return rank === undefined ? undefined : { rank }
}

/** The number that a word counts: `premier` is 1, `preliminar` 0. */
export function ordinalOf(word: string): number | undefined {
  return ORDINALS.get(foldWord(word))
}

/** The name of a division, one for all the words of a text that call an article. */
export function divisionName(word: string): string {
  const folded = foldWord(word)
  const isArticle = RANKS.get(folded) === ARTICLE && folded !== 'sec' && !folded.startsWith('§')
  return isArticle ? 'article' : folded.replace('§§', '§')
}

/** The form of a word under which it is looked up and learnt. */
export function foldWord(word: string): string {
  return foldLetters(word).replace(/[.\s]+$/, '')
}

function words(row: string): Set<string> {
  return new Set(row.split(' ').map(foldWord))
}
