import type { palette as english } from '../../en/page/palette.ts'

/** The search by what is typed, in Ukrainian. */
export const palette: typeof english = {
  entries: 'Записи',
  inWords: 'У словах реєстру',
  findAnything: 'Знайти будь-що',
  placeholder: 'Сторона, питання, пункт, особа, зустріч, джерело, запис 37 або слова з реєстру',
  nothing: 'На цей момент немає нічого з такою назвою, і жоден запис не містить цих слів.',
  groups: {
    views: 'Подання',
    parties: 'Сторони',
    issues: 'Питання',
    clauses: 'Пункти',
    people: 'Особи',
    meetings: 'Зустрічі',
    sources: 'Джерела',
  },
}
