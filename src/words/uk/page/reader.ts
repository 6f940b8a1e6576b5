import type { reader as english } from '../../en/page/reader.ts'

/** The reasons and proposals of the rules that read a report, in Ukrainian. */
export const reader: typeof english = {
  fewKnown: 'зустріч, у якій за назвою відомо менш ніж двох учасників',
  wasOver: 'названо зустріч, яка за реєстром уже завершилася або була в інші дні',
  ifKnown: 'чи це не зустріч, яку реєстр уже знає',
  ifThis: (meeting) => `чи це «${meeting}», що є в реєстрі`,
  talksIn: (place) => `Переговори: ${place}`,
  meetingOf: (participants) => `Зустріч: ${participants}`,
  noVerb: 'слова в лапках без дієслова, яке вказує, хто говорив',
  unknownSpeaker: 'переказані слова того, хто невідомий за іменем',
  noName: 'біля дієслова немає відомого імені',
  whichPositions: 'які позиції в ній зайнято, якщо зайнято',
  otherLanguage: (language) =>
    `повідомлення мовою «${language}»: правила читають англійську, французьку й українську`,
  nothingKnown: 'немає ні відомих назв, ні цитат, ні зустрічей',
  onlyNames: 'є відомі назви, але немає ні їхніх слів, ні зустрічі',
  whoSpoke: (problem) => `хто говорив: ${problem}`,
  ifYear: (year) => `чи рік справді ${year}: його виведено з дати повідомлення`,
}
