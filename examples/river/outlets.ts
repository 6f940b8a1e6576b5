import type { Language } from './parties.ts'

/** An outlet that reports statements. Press releases and journals have publishers of their own. */
export interface Outlet {
  readonly id: string
  readonly name: string
  readonly kind: 'news_report' | 'agency_report'
  readonly language: Language
  readonly authors: readonly string[]
}

export const OUTLETS: readonly Outlet[] = [
  { id: 'basin-wire', name: 'Basin Wire', kind: 'agency_report', language: 'en', authors: [] },
  {
    id: 'stannick-courier',
    name: 'Stannick Courier',
    kind: 'news_report',
    language: 'en',
    authors: ['Hester Vane', 'Lorcan Pask'],
  },
  {
    id: 'marshgate-post',
    name: 'Marshgate Post',
    kind: 'news_report',
    language: 'en',
    authors: ['Tilda Marrow'],
  },
  { id: 'agence-aubel', name: 'Agence Aubel', kind: 'agency_report', language: 'fr', authors: [] },
  {
    id: 'fil-du-fleuve',
    name: 'Le Fil du fleuve',
    kind: 'news_report',
    language: 'fr',
    authors: ['Cyprien Douvault'],
  },
  {
    id: 'sawt-al-delta',
    name: 'صوت الدلتا',
    kind: 'news_report',
    language: 'ar',
    authors: ['سلمى الراجحاني'],
  },
  {
    id: 'rechnoy-listok',
    name: 'Речной листок',
    kind: 'news_report',
    language: 'ru',
    authors: ['Фёдор Мостовин'],
  },
  {
    id: 'ozernyi-holos',
    name: 'Озерний голос',
    kind: 'news_report',
    language: 'uk',
    authors: ['Леся Причал'],
  },
  { id: 'yunpo-ribao', name: '云坡日报', kind: 'news_report', language: 'zh', authors: ['程泊'] },
]
