import type { moments as english } from '../../en/page/moments.ts'
import { inEnglish } from '../typed-moment.ts'

/** Moments as they can be typed, in Ukrainian. */
export const moments: typeof english = {
  toType:
    'Введіть день, наприклад 2 груд., із часом, наприклад 2 груд. 23:59, дату, наприклад 2025-12-02, крок назад, наприклад -3d, «вчора» або «зараз».',
  noFixedSpan: 'Місяць не має сталої тривалості: вкажіть дні або тижні.',
  noInstant: (text) => `Моменту «${text}» немає в календарі.`,
  noneGiven: 'Момент не вказано.',
  notUnderstood: (text) => `«${text}» не розпізнано.`,
  noTimeOfDay: (text) => `«${text}» — не час доби: години до 23, хвилини до 59.`,
  ambiguous: (text) => `У «${text}» неможливо розрізнити день і місяць: назвіть місяць.`,
  noMonth: (month) => `Місяця з номером ${month} немає.`,
  noDay: (month, year, day) =>
    `${new Intl.DateTimeFormat('uk', { month: 'long' }).format(new Date(2025, month - 1))} ${year} не має дня ${day}.`,
  inEnglish,
}
