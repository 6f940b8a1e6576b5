import type { keys as english } from '../../en/page/keys.ts'

/** The sheet of keys, in Ukrainian. */
export const keys: typeof english = {
  keys: 'Клавіші',
  singleKeys: 'Окремі клавіші діють усюди, крім полів (?, [, ], N)',
  /** The place at which each group of keys holds, in the order of the sheet. */
  groups: {
    page: 'Будь-де',
    slider: 'На повзунку',
    matrix: 'У матриці',
    line: 'На лінії зближення',
    list: 'У полі зі списком',
    panel: 'На панелі й поверх сторінки',
  },
  /** The effect of each key. */
  actions: {
    page: {
      palette: 'Знайти будь-що',
      sheet: 'Показати клавіші',
      previous: 'На крок назад',
      next: 'На крок уперед',
      now: 'Повернутися до поточного',
    },
    slider: {
      previous: 'Попередній крок',
      next: 'Наступний крок',
      pageBack: 'На десяту частину кроків назад',
      pageOn: 'На десяту частину кроків уперед',
      first: 'Перший крок',
      last: 'Останній крок',
    },
    matrix: {
      left: 'Клітинка ліворуч',
      right: 'Клітинка праворуч',
      up: 'Клітинка вгорі',
      down: 'Клітинка внизу',
      rowStart: 'Перша клітинка рядка',
      rowEnd: 'Остання клітинка рядка',
      first: 'Перша клітинка',
      last: 'Остання клітинка',
    },
    line: {
      previous: 'Попередній крок',
      next: 'Наступний крок',
    },
    list: {
      previous: 'Попередній варіант',
      next: 'Наступний варіант',
      choose: 'Вибрати варіант',
      close: 'Закрити список',
    },
    panel: {
      close: 'Закрити подробиці, діалог чи меню або скасувати введення',
    },
  },
}
