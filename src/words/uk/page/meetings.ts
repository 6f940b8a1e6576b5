import type { meetings as english } from '../../en/page/meetings.ts'

/** The view of meetings, held and planned, in Ukrainian. */
export const meetings: typeof english = {
  partOf: (meeting) => `у складі зустрічі: ${meeting}`,
  less: 'Згорнути',
  more: 'Докладніше',
  on: (title) => `про зустріч: ${title}`,
  toTakePart: 'Мають узяти участь',
  tookPart: 'Взяли участь',
  announcedBy: (who) => `оголосив: ${who}`,
  plannedBefore: (date) => `доти заплановано на: ${date}`,
  noDate: 'без дати',
  heads: ['Зустріч', 'Різновид', 'Стан', 'Коли', 'Де', 'Учасники'],
  states: {
    held: 'Відбулися',
    planned: 'Заплановано',
    postponed: 'Відкладено',
    off: 'Скасовано або спростовано',
  },
  daysFrom: (day) => `Дні зустрічей, починаючи з ${day}; те саме є в списку нижче`,
  withoutDay: (count) => `без дня тут: ${count}`,
  caption: 'зустрічі',
  noMeeting: 'На цей момент не відомо жодної зустрічі.',
  showAll: (count) => `Показати всі: ${count}`,
}
