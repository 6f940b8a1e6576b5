import type { timeline as english } from '../../en/page/timeline.ts'
import { counted } from '../plural.ts'

/** The timeline, as lanes and as a list, in Ukrainian. */
export const timeline: typeof english = {
  filter: (set) => `Фільтр${set > 0 ? ` (задано: ${set})` : ''}`,
  search: 'Пошук',
  party: 'Сторона',
  issue: 'Питання',
  attribution: 'Посилання на джерело',
  layer: 'Рівень свідчення',
  reliability: 'Надійність',
  items: (count) => counted(count, { one: 'подія', few: 'події', many: 'подій' }),
  all: 'Усі',
  earlier: 'раніше',
  others: 'Питання та інше',
  lanesTold: 'Доріжки подій; те саме є в списку нижче',
  plan: 'план',
  corrected: 'виправлено',
  showMore: (more, all) => `Показати ще ${more} із ${all}`,
  noMatch: 'Нічого не знайдено.',
  heads: ['Сталося', 'Що', 'Різновид', 'Записано', 'Запис', 'Ідентифікатор події'],
  title: 'Що сталося',
  onlyLatest: (count) =>
    `Показано лише останні ${count}: щоб побачити раніші, скористайтеся фільтром.`,
  caption: 'що сталося',
  colourings: { stance: 'Позиція', kind: 'Різновид' },
  colourBy: 'Колір за',
  planned: 'Заплановано',
  unsupported: 'Без підстав',
  tones: {
    stance: {
      for: 'За',
      against: 'Проти',
      conflict: 'За і проти',
      neither: 'Не визначено або відкликано',
      none: 'Без позиції',
    },
    kind: {
      statement: 'Заява',
      meeting: 'Зустріч',
      draft: 'Проєкт',
      issue: 'Питання або джерело',
      none: 'Сторона, особа або переговори',
    },
  },
  stretch: 'Відтинок часу',
  earlierTitle: 'Раніше',
  zoomIn: 'Наблизити',
  zoomOut: 'Віддалити',
  later: 'Пізніше',
  fromTo: (from, to) => `${from} – ${to}`,
}
