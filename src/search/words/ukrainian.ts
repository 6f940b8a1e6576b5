/**
 * Endings of nouns, adjectives and verbs, the longer before the shorter. Only what remains of a
 * word matters, and that words of one paradigm have it in common.
 */
const ENDINGS = [
  ...['уватимуть', 'ювати', 'увати', 'ували', 'ювали', 'ування', 'ювання', 'ованого', 'ованому'],
  ...['ються', 'ється', 'ться', 'тися', 'лися', 'лася', 'лося', 'вся'],
  ...['іями', 'іях', 'іям', 'ією', 'еві', 'ові', 'єві', 'ями', 'ами', 'ими', 'іми', 'ьми'],
  ...['ого', 'ому', 'ього', 'ьому', 'ої', 'ою', 'ею', 'єю', 'ії', 'ію', 'ія', 'іє'],
  ...['ій', 'ий', 'их', 'іх', 'їх', 'ів', 'їв', 'ей', 'ам', 'ям', 'ах', 'ях', 'ем', 'єм'],
  ...['ом', 'им', 'ім', 'ти', 'ли', 'ла', 'ло', 'ть', 'ши', 'ає', 'ує', 'ює', 'ив', 'ав', 'яв'],
  ...['а', 'я', 'у', 'ю', 'и', 'і', 'ї', 'е', 'є', 'о', 'ь', 'й'],
].toSorted((a, b) => b.length - a.length)

/** The fewest letters that an ending may leave. */
const SHORTEST = 3

/** Letters that may begin an ending or end the stem: говорити is a verb, документи a noun. */
const DOUBTFUL = /^[влтш]/u
const PLAIN_ENDINGS = ENDINGS.filter((ending) => !DOUBTFUL.test(ending))

/**
 * A Ukrainian word without its ending: one ending is taken off, the longest that leaves three
 * letters, and a soft sign before it. Where that ending begins with a consonant that a noun may have
 * at its end, there is a second stem without it. There is no Snowball algorithm for Ukrainian; this
 * one follows a school grammar's tables of endings, and knows no prefixes and no changes within the
 * stem.
 */
export function ukrainianStems(word: string): string[] {
  return [...new Set([without(ENDINGS, word), without(PLAIN_ENDINGS, word)])]
}

function without(endings: readonly string[], word: string): string {
  const ending = endings.find((end) => word.length - end.length >= SHORTEST && word.endsWith(end))
  const rest = ending === undefined ? word : word.slice(0, word.length - ending.length)
  return rest.length > SHORTEST && rest.endsWith('ь') ? rest.slice(0, -1) : rest
}
