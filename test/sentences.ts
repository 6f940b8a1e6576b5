import { expect } from 'vitest'

/** Words of the library that checks schemas, which no message may have. */
const OF_ZOD =
  /\b(Invalid|Too (big|small)|Unrecognized|expected (string|number|int|array|object|boolean|one)|received|undefined|NaN)\b/

/** Words that say what to do, or what would be right. */
const REMEDY =
  /\b(must|needs?|add|ask|begin|choose|correct|did you mean|divide|give|leave|look|mend|name|read|record|remove|send|shorten|there (are|is)|write)\b/

/** Holds a sentence on a part of a request to what each of them promises. */
export function expectSentence(sentence: string, part: string): void {
  expect(sentence.startsWith(part), `"${sentence}" begins with ${part}`).toBe(true)
  expect(sentence).toMatch(/\.$/)
  expect(sentence.slice(part.length).replace(/"[^"]*"/g, '')).not.toMatch(OF_ZOD)
  expect(sentence.slice(part.length)).toMatch(REMEDY)
  expect(sentence.length).toBeLessThan(part.length + 1_500)
}
