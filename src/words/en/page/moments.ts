/** Moments as they can be typed. */
export const moments = {
  toType:
    'Type a day such as 2 Dec, with a time such as 2 Dec 23:59, a date such as 2025-12-02, a step back such as -3d, yesterday, or now.',
  noFixedSpan: 'A month is no fixed span: count days or weeks.',
  noInstant: (text: string) => `“${text}” is no instant of the calendar.`,
  noneGiven: 'No moment is given.',
  notUnderstood: (text: string) => `“${text}” is not understood.`,
  noTimeOfDay: (text: string) => `“${text}” is no time of day: hours go to 23, minutes to 59.`,
  ambiguous: (text: string) => `In “${text}” day and month cannot be told apart: name the month.`,
  noMonth: (month: number) => `There is no month ${month}.`,
  noDay: (month: number, year: number, day: number) =>
    `${new Intl.DateTimeFormat('en', { month: 'long' }).format(new Date(2025, month - 1))} ${year} has no day ${day}.`,
  inEnglish: (words: string) => words,
}
