/** The languages that sentences are rendered in, by their BCP 47 tags; the first where none is asked for. */
export const LANGUAGES = ['en', 'uk'] as const

export type Language = (typeof LANGUAGES)[number]

/** The language of a tag of any length, such as `uk-UA`; undefined where there are no words in it. */
export function languageOfTag(tag: string): Language | undefined {
  const [primary] = tag
    .trim()
    .toLowerCase()
    .split(/[-_.@]/, 1)
  return LANGUAGES.find((language) => language === primary)
}
