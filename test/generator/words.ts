import type { Random } from './random.ts'

const ACTORS = ['The delegation', 'One side', 'A member of the team', 'The other side', 'The chair']
const VERBS = ['would accept', 'will not discuss', 'puts forward', 'has doubts about', 'awaits']
const THINGS = [
  'a longer ceasefire',
  'the line as it stands',
  'monitors along the river',
  'an exchange of prisoners',
  'access for relief convoys',
  'guarantees by third states',
  'a fund for rebuilding',
  'the return of the displaced',
  'a vote in the districts',
  'shared use of the port',
]
const ENDS = ['before the winter', 'for now', 'in full', 'under conditions', 'with one exception']

export function sentence(random: Random): string {
  return `${random.pick(ACTORS)} ${random.pick(VERBS)} ${random.pick(THINGS)} ${random.pick(ENDS)}.`
}

export function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(' ')
}

/** A run of words of a text, exactly as they stand there. */
export function quoteFrom(random: Random, text: string): string {
  const words = [...text.matchAll(/\S+/g)]
  const first = random.integer(0, words.length - 1)
  const last = Math.min(words.length - 1, first + random.integer(2, 11))
  const end = words[last] as RegExpExecArray
  return text.slice((words[first] as RegExpExecArray).index, end.index + end[0].length)
}
