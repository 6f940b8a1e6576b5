/** The view of meetings, held and planned. */
export const meetings = {
  partOf: (meeting: string) => `part of ${meeting}`,
  less: 'Less',
  more: 'More',
  on: (title: string) => `on ${title}`,
  toTakePart: 'To take part',
  tookPart: 'Took part',
  announcedBy: (who: string) => `by ${who}`,
  plannedBefore: (date: string) => `until then planned for ${date}`,
  noDate: 'no date',
  heads: ['Meeting', 'Kind', 'State', 'When', 'Where', 'Participants'],
  states: {
    held: 'Took place',
    planned: 'Planned',
    postponed: 'Postponed',
    off: 'Cancelled or denied',
  },
  daysFrom: (day: string) => `Days of meetings from ${day}; the list below tells the same`,
  withoutDay: (count: number) => `${count} without a day here`,
  caption: 'meetings',
  noMeeting: 'No meeting is known at this moment.',
  showAll: (count: number) => `Show all ${count}`,
}
