/** The names of each month from January on: English, and Ukrainian as it stands alone and in a date. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'січень', 'січня'],
  ['february', 'лютий', 'лютого'],
  ['march', 'березень', 'березня'],
  ['april', 'квітень', 'квітня'],
  ['may', 'травень', 'травня'],
  ['june', 'червень', 'червня'],
  ['july', 'липень', 'липня'],
  ['august', 'серпень', 'серпня'],
  ['september', 'вересень', 'вересня'],
  ['october', 'жовтень', 'жовтня'],
  ['november', 'листопад', 'листопада'],
  ['december', 'грудень', 'грудня'],
]

/** Words that stand in a written date and say no more of it. */
const OTHERS = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?$|^(of|the|at|р|року|о)$/

/** The two digits of a month that is written as a word, such as `Sept` or `березня`. */
function monthOf(word: string): string | undefined {
  const found = MONTHS.findIndex((names) =>
    names.some(
      (name) => name === word || (word.length >= 3 && /^[a-z]/.test(word) && name.startsWith(word)),
    ),
  )
  return found < 0 ? undefined : String(found + 1).padStart(2, '0')
}

/**
 * The date that a text with a month in words stands for, as it is to be written: `3 March 2026` is
 * `2026-03-03`. A time of day is kept if UTC is named.
 *
 * @returns undefined if the text has no such month, no year, or anything that is not understood.
 */
export function dateInWords(text: string): string | undefined {
  const words = text.toLowerCase().replace(/[,.]/g, ' ').trim().split(/\s+/)
  const found: { month?: string; year?: string; day?: string; time?: string; utc?: true } = {}
  for (const word of words) {
    const month = monthOf(word)
    const day = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word)?.[1]
    if (month !== undefined && found.month === undefined) found.month = month
    else if (/^\d{4}$/.test(word) && found.year === undefined) found.year = word
    else if (day !== undefined && found.day === undefined) found.day = day.padStart(2, '0')
    else if (/^\d\d:\d\d(:\d\d)?$/.test(word)) found.time = word
    else if (/^(utc|gmt|z)$/.test(word)) found.utc = true
    else if (!OTHERS.test(word)) return undefined
  }
  const { month, year, day, time, utc } = found
  if (month === undefined || year === undefined) return undefined
  if (day === undefined) return `${year}-${month}`
  return time !== undefined && utc ? `${year}-${month}-${day}T${time}Z` : `${year}-${month}-${day}`
}
