/** The first letters of the months, and those of their names in English. */
const MONTHS = [
  ['січ', 'jan'],
  ['лют', 'feb'],
  ['бер', 'mar'],
  ['кві', 'apr'],
  ['тра', 'may'],
  ['чер', 'jun'],
  ['лип', 'jul'],
  ['сер', 'aug'],
  ['вер', 'sep'],
  ['жов', 'oct'],
  ['лис', 'nov'],
  ['гру', 'dec'],
] as const

/** The words that people type for moments, each with what the page reads; months by their first letters. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/^(зараз|тепер)$/, 'now'],
  [/^запис (?=\d)/, 'entry '],
  [/^позавчора$/, '2 days ago'],
  [/^сьогодні/, 'today'],
  [/^вчора/, 'yesterday'],
  [/^завтра/, 'tomorrow'],
  [/^(?:минул(?:ий|ого|а|ої|у|е) )?понеділ(?:ок|ка)/, 'monday'],
  [/^(?:минул(?:ий|ого|а|ої|у|е) )?вівтор(?:ок|ка)/, 'tuesday'],
  [/^(?:минул(?:ий|ого|а|ої|у|е) )?серед(?:а|и|у)(?=$| )/, 'wednesday'],
  [/^(?:минул(?:ий|ого|а|ої|у|е) )?четвер(?:га)?/, 'thursday'],
  [/^(?:минул(?:ий|ого|а|ої|у|е) )?п['’ʼ]ятниц(?:я|і|ю)/, 'friday'],
  [/^(?:минул(?:ий|ого|а|ої|у|е) )?субот(?:а|и|у)/, 'saturday'],
  [/^(?:минул(?:ий|ого|а|ої|у|е) )?неділ(?:я|і|ю)(?=$| )/, 'sunday'],
  [/^хвилин[аиу]? тому$/, 'a minute ago'],
  [/^годин[аиу]? тому$/, 'an hour ago'],
  [/^день тому$/, 'a day ago'],
  [/^тиждень тому$/, 'a week ago'],
  [/^(\d+) хв(?:\.|илин[аиу]?)? тому$/, '$1 minutes ago'],
  [/^(\d+) год(?:\.|ин[аиу]?)? тому$/, '$1 hours ago'],
  [/^(\d+) (?:день|дні|днів|дн\.) тому$/, '$1 days ago'],
  [/^(\d+) (?:тиждень|тижні|тижнів|тиж\.) тому$/, '$1 weeks ago'],
  [/ (?:о|об) (?=\d)/, ' at '],
  [/(\d{4}) ?р(?:\.|оку)?(?=$| )/, '$1'],
  ...MONTHS.map(([stem, month]) => [new RegExp(`(?<=^| )${stem}\\p{L}*\\.?`, 'u'), month] as const),
]

/** Turns what is typed in Ukrainian into the words that the page reads, and leaves all else as it is. */
export function inEnglish(words: string): string {
  return TYPED.reduce((text, [pattern, english]) => text.replace(pattern, english), words)
}
