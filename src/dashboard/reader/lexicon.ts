import { foldToken } from './tokens.ts'

/** A step of a meeting that the rules read. */
export type ToldStep = 'announced' | 'convened' | 'concluded'

/** The words by which the rules read reports in one language; all are folded. */
export interface ReaderLexicon {
  readonly speech: ReadonlySet<string>
  /** Words that a telling of speech without quotation marks goes on with: `said that`. */
  readonly that: ReadonlySet<string>
  readonly meeting: { readonly [S in ToldStep]: readonly (readonly string[])[] }
  /** Words beside an announcement that tell how firm it is. */
  readonly expected: ReadonlySet<string>
  readonly confirmed: ReadonlySet<string>
  /** Words that a place follows. */
  readonly at: ReadonlySet<string>
  /** Things that are somewhere themselves, so that "in" after one tells no place of a meeting. */
  readonly matters: ReadonlySet<string>
  readonly months: readonly (readonly string[])[]
  /** From Sunday on. */
  readonly weekdays: readonly (readonly string[])[]
  readonly yesterday: ReadonlySet<string>
  readonly today: ReadonlySet<string>
  readonly tomorrow: ReadonlySet<string>
  readonly next: ReadonlySet<string>
  readonly about: ReadonlySet<string>
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
  /** Words before a month without a day. */
  readonly within: ReadonlySet<string>
  /** Words between the first and the last day of a span. */
  readonly until: ReadonlySet<string>
  /** Words before a day, between it and its month, and between a month and its year. */
  readonly between: ReadonlySet<string>
}

const set = (words: string) => new Set(foldToken(words).split(' '))
const rows = (text: string) => text.split(' | ').map((row) => foldToken(row).split(' '))

const ENGLISH: ReaderLexicon = {
  speech: set(
    'said says told tells wrote writes added adds warned warns insisted insists declared declares announced stated states replied demanded stressed argued noted posted confirmed denied explained acknowledged',
  ),
  that: set('that'),
  meeting: {
    announced: rows(
      'will meet | to meet | are to meet | is to meet | will be held | will take place | will convene | are planned | is planned | are scheduled | is scheduled | will resume | will reconvene | will hold talks',
    ),
    convened: rows(
      'met | have met | has met | sat down | held talks | began negotiations | began talks | opened talks | talks began | talks opened | talks started | talks have begun | round began | round opened',
    ),
    concluded: rows(
      'talks ended | talks closed | talks concluded | talks have ended | ended talks | concluded talks | round ended | round closed | round concluded | meeting ended',
    ),
  },
  expected: set('expected likely may might could'),
  confirmed: set('agreed confirmed'),
  at: set('in at'),
  matters: set(
    'war wars conflict fighting invasion crisis ceasefire peace elections troops forces',
  ),
  months: rows(
    'january jan | february feb | march mar | april apr | may | june jun | july jul | august aug | september sept sep | october oct | november nov | december dec',
  ),
  weekdays: rows('sunday | monday | tuesday | wednesday | thursday | friday | saturday'),
  yesterday: set('yesterday'),
  today: set('today'),
  tomorrow: set('tomorrow'),
  next: set('next'),
  about: set('about around circa roughly'),
  before: set('before by until'),
  after: set('after since'),
  within: set('in early late during'),
  until: set('to and through'),
  between: set('of the'),
}

const FRENCH: ReaderLexicon = {
  speech: set(
    'dit déclaré affirmé écrit ajouté averti prévenu insisté annoncé répondu souligné estimé précisé confirmé démenti expliqué assuré indiqué reconnu',
  ),
  that: set('que qu'),
  meeting: {
    announced: rows(
      'se reuniront | se rencontreront | doivent se rencontrer | doivent se réunir | aura lieu | auront lieu | est prévue | est prévu | sont prévus | sont prévues | reprendront',
    ),
    convened: rows(
      'se sont rencontrés | se sont rencontrées | se sont réunis | se sont réunies | se sont retrouvés | se sont retrouvées | ont commencé | se sont ouverts | se sont ouvertes',
    ),
    concluded: rows(
      'ont pris fin | se sont achevés | se sont achevées | se sont terminés | se sont terminées | s est achevée | a pris fin',
    ),
  },
  expected: set('probablement devraient devrait pourraient pourrait'),
  confirmed: set('convenu convenus confirmé confirmée'),
  at: set('a en au aux'),
  matters: set('guerre conflit combats invasion crise paix elections troupes forces'),
  months: rows(
    'janvier janv | février févr | mars | avril avr | mai | juin | juillet juil | août | septembre sept | octobre oct | novembre nov | décembre déc',
  ),
  weekdays: rows('dimanche | lundi | mardi | mercredi | jeudi | vendredi | samedi'),
  yesterday: set('hier'),
  today: set('aujourd'),
  tomorrow: set('demain'),
  next: set('prochain prochaine'),
  about: set('vers environ'),
  before: set('avant'),
  after: set('apres depuis'),
  within: set('en debut fin courant'),
  until: set('au et'),
  between: set('de d le'),
}

const UKRAINIAN: ReaderLexicon = {
  speech: set(
    'сказав сказала сказали заявив заявила заявили написав написала додав додала наголосив наголосила підкреслив підкреслила зазначив зазначила повідомив повідомила попередив попередила відповів відповіла пояснив пояснила підтвердив підтвердила заперечив заперечила',
  ),
  that: set('що'),
  meeting: {
    announced: rows(
      'зустрінуться | мають зустрітися | планують зустрітися | відбудеться | відбудуться | продовжаться',
    ),
    convened: rows(
      'зустрілися | зустрілись | провели переговори | переговори розпочалися | переговори почалися',
    ),
    concluded: rows(
      'переговори завершилися | переговори закінчилися | зустріч завершилася | раунд завершився',
    ),
  },
  expected: set('очікується ймовірно можливо'),
  confirmed: set('домовилися підтверджено'),
  at: set('у в'),
  matters: set('війна війну війни війні'),
  months: rows(
    'січня січень січні | лютого лютий лютому | березня березень березні | квітня квітень квітні | травня травень травні | червня червень червні | липня липень липні | серпня серпень серпні | вересня вересень вересні | жовтня жовтень жовтні | листопада листопад листопаді | грудня грудень грудні',
  ),
  weekdays: rows(
    'неділя неділю | понеділок | вівторок | середа середу | четвер | п’ятниця п’ятницю | субота суботу',
  ),
  yesterday: set('вчора учора'),
  today: set('сьогодні'),
  tomorrow: set('завтра'),
  next: set('наступний наступного наступну наступної'),
  about: set('близько приблизно'),
  before: set('до'),
  after: set('після'),
  within: set('у в'),
  until: set('по та'),
  between: new Set(),
}

const LEXICONS: Readonly<Record<string, ReaderLexicon>> = {
  en: ENGLISH,
  fr: FRENCH,
  uk: UKRAINIAN,
}

/** The words of a language, by its tag; undefined if the rules know none of it. */
export function lexiconOf(language: string): ReaderLexicon | undefined {
  return LEXICONS[language.split('-')[0]?.toLowerCase() ?? '']
}
