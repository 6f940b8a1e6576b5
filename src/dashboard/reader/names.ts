import type { MeetingFacts } from './known-meeting.ts'
import { foldToken, type TextStretch, type Token, tokensIn } from './tokens.ts'

type NamedKind = 'party' | 'person' | 'outlet' | 'issue' | 'meeting'

/** Something that the ledger knows, with everything that it is called. */
export interface NamedThing {
  readonly kind: NamedKind
  readonly id: string
  /** The name first. */
  readonly names: readonly string[]
  /** Of a meeting, what is known of it. */
  readonly held?: MeetingFacts
}

/** A name in a text, with every thing that is called so. */
export interface NameFound extends TextStretch {
  readonly things: readonly NamedThing[]
}

interface Form {
  readonly words: readonly string[]
  readonly things: NamedThing[]
}

const CYRILLIC = /\p{Script=Cyrillic}/u

/** Endings of nouns and adjectives in Ukrainian and Russian, by which a name is known when inflected. */
const ENDINGS = new Set(
  foldToken(
    'а я о е є и ы і ї у ю й ь ій ий ый ой ей єй ом ем єм им ым їм ою ею єю ам ям ах ях ів їв ов ев ого його ому йому ові еві єві ами ями ими ыми их ых ая яя ої',
  ).split(' '),
)

/** The names of things, to be found in texts: the longest that begins at a word. */
export class NameIndex {
  readonly #byStart = new Map<string, Form[]>()

  constructor(things: readonly NamedThing[]) {
    for (const thing of things) for (const name of namesOf(thing)) this.#add(name, thing)
  }

  /** The names among the tokens of a text, none within another. */
  find(tokens: readonly Token[]): NameFound[] {
    const found: NameFound[] = []
    for (let at = 0; at < tokens.length; ) {
      const form = this.#longestAt(tokens, at)
      if (form === undefined) {
        at += 1
        continue
      }
      const { words, things } = form
      const [first, last] = [tokens[at] as Token, tokens[at + words.length - 1] as Token]
      found.push({ start: first.start, end: last.end, things })
      at += words.length
    }
    return found
  }

  #add(name: string, thing: NamedThing): void {
    const words = tokensIn(name, { start: 0, end: name.length }).map(({ folded }) => folded)
    if (words.length === 0) return
    const key = keyOf(words[0] as string)
    const forms = this.#byStart.get(key) ?? []
    const known = forms.find((form) => form.words.join(' ') === words.join(' '))
    if (known === undefined) forms.push({ words, things: [thing] })
    else if (!known.things.includes(thing)) known.things.push(thing)
    this.#byStart.set(key, forms)
  }

  #longestAt(tokens: readonly Token[], at: number): Form | undefined {
    const forms = this.#byStart.get(keyOf(tokens[at]?.folded ?? '')) ?? []
    const fits = forms.flatMap((form) => {
      const isThere = form.words.every((word, place) => isForm(tokens[at + place]?.folded, word))
      if (!isThere) return []
      const isCapital = /^[\p{Lu}\p{Lo}]/u.test(tokens[at]?.text ?? '')
      const things = form.things.filter(({ kind }) => isCapital || !PROPER.has(kind))
      return things.length === 0 ? [] : [{ ...form, things }]
    })
    return fits.sort((a, b) => b.words.length - a.words.length)[0]
  }
}

/** Kinds of things whose names are printed with a capital letter, in scripts that have them. */
const PROPER: ReadonlySet<NamedKind> = new Set(['party', 'person', 'outlet'])

/**
 * All names of a thing: its id as words, and of a person the last word of each name too. The id of a
 * meeting is often that of its place alone, which names no meeting.
 */
function namesOf({ kind, id, names }: NamedThing): string[] {
  const isNamedById = kind !== 'outlet' && kind !== 'meeting'
  const all = isNamedById ? [...names, id.replaceAll('-', ' ')] : [...names]
  if (kind !== 'person') return all
  return [...all, ...names.flatMap((name) => name.trim().split(/\s+/).at(-1) ?? [])]
}

/** Things without those that are named before. */
export function uniqueThings(things: readonly NamedThing[]): NamedThing[] {
  return [...new Map(things.map((thing) => [`${thing.kind} ${thing.id}`, thing])).values()]
}

function keyOf(word: string): string {
  return word.slice(0, 2)
}

/** Tells if a word of a text is a word of a name: the same, or in Cyrillic with another ending. */
function isForm(word: string | undefined, name: string): boolean {
  if (word === undefined) return false
  if (word === name) return true
  if (!CYRILLIC.test(name) || name.length < 4) return false
  const stem = name.replace(/[аяоеєиіїуюйь]$/u, '')
  return word.startsWith(stem) && ENDINGS.has(word.slice(stem.length))
}
