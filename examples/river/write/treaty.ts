import { readExampleFile } from '../../read-file.ts'
import { PARTIES } from '../parties.ts'

/** A step of a revision, in command form. */
export type Operation = Readonly<Record<string, unknown>> & { readonly op: string }

export interface Revision {
  readonly id: string
  readonly day: string
  readonly meeting: string
  readonly title: string
  readonly operations: readonly Operation[]
}

interface Alternative {
  readonly text: string
  readonly proposers: readonly string[]
  readonly opponents: readonly string[]
}

/** A clause as the text stands: what later steps need to know of it. */
interface Clause {
  readonly id: string
  readonly under: string | undefined
  isHeading: boolean
  text: string
  status: string
  label: string | undefined
}

/** A bracket with those who want its words and those who do not, by their ids. */
const BRACKET = /\[(?<who>[a-z/-]+)(?: vs (?<not>[a-z/-]+))?: (?<words>[^\]]+)\]/g

/**
 * Reads a text and its revisions as the steps between them. Paragraphs are numbered anew in each
 * revision, as a secretariat does, so that labels change where clauses come, go and move.
 *
 * @throws {Error} a line cannot be read, or names a clause that does not stand: it is quoted.
 */
export function readDraft(
  first: Omit<Revision, 'operations'>,
  textFile: string,
  revisionsFile: string,
): Revision[] {
  const text = new DraftText()
  const lines = readExampleFile(textFile).split('\n')
  for (const line of lines) if (line !== '') text.line(line)
  const revisions: Revision[] = [{ ...first, operations: text.take() }]
  for (const block of readExampleFile(revisionsFile).split(/^== /m).slice(1)) {
    const [head = '', ...steps] = block.trimEnd().split('\n')
    const [id = '', date = '', meeting = '', title = ''] = head.split(' | ')
    for (const step of steps) text.step(step)
    revisions.push({ id, day: date.slice(5), meeting, title, operations: text.take() })
  }
  return revisions
}

class DraftText {
  #clauses: Clause[] = []
  #operations: Operation[] = []
  #given = new Set<string>()
  readonly #removed = new Map<string, Clause>()
  #part: string | undefined
  #article: string | undefined

  /** A line of the first text: `# part · Heading`, `## article · Heading`, `id: words`, words. */
  line(line: string): void {
    const [, marks, id = '', heading] = /^(##?) ([a-z-]+) · (.+)$/.exec(line) ?? []
    if (marks === '#') {
      this.#part = id
      this.#article = undefined
      this.#add({ clause: id, heading, text: '' }, undefined)
      return
    }
    if (marks === '##') {
      this.#article = id
      this.#add({ clause: id, heading, text: '' }, this.#part)
      return
    }
    const [, clause, words = ''] = /^([a-z-]+): (.+)$/.exec(line) ?? []
    if (clause !== undefined) {
      this.#add({ clause, text: words }, this.#article ?? this.#part)
      return
    }
    // An article of one paragraph has its words itself.
    const article = this.#stands(this.#article ?? '')
    const at = this.#operations.findIndex(({ clause: of }) => of === article.id)
    article.isHeading = false
    article.text = line
    article.status = 'proposed'
    this.#operations[at] = {
      ...(this.#operations[at] as Operation),
      text: line,
      status: 'proposed',
    }
  }

  /** A step of a revision; the first character says which. */
  step(line: string): void {
    const rest = line.slice(2)
    const [id, words] = splitAt(rest, ': ')
    if (line[0] === '~') this.#amend(id, words)
    else if (line[0] === '+') this.#addStep(rest)
    else if (line[0] === '*') this.#restore(rest)
    else if (line[0] === '-') this.#remove(rest)
    else if (line[0] === '>') this.#move(rest)
    else if (line[0] === '&') this.#merge(rest)
    else if (line[0] === '/') this.#split(rest)
    else if (line[0] === '!') this.#setStatus(rest)
    else if (line[0] === '@') this.#takePosition(id, words)
    else throw new Error(`revisions: "${line}" begins with no step`)
  }

  /** The steps so far, with the labels that follow from them; the next revision begins. */
  take(): Operation[] {
    this.#relabel()
    const taken = this.#operations
    this.#operations = []
    this.#given = new Set()
    return taken
  }

  #add(
    { clause, heading, text }: { clause: string; heading?: string | undefined; text: string },
    under: string | undefined,
    after?: string,
  ): void {
    if (this.#find(clause)) throw new Error(`${clause} stands already`)
    const isHeading = text === ''
    const wording = wordingOf(text)
    const status = isHeading ? undefined : wording.status
    this.#operations.push({
      op: 'add',
      clause,
      ...(heading !== undefined && { heading }),
      text: wording.text,
      ...(status && { status }),
      ...(wording.alternatives && { alternatives: wording.alternatives }),
      ...(under !== undefined && { under }),
      ...(after !== undefined && { after }),
    })
    const made = { id: clause, under, isHeading, text, status: status ?? '', label: undefined }
    this.#insert([made], after)
    this.#given.add(clause)
  }

  #addStep(rest: string): void {
    const heading = /^([a-z-]+) · (.+?) after ([a-z-]+)$/.exec(rest)
    if (heading) {
      const [, clause = '', title, after = ''] = heading
      this.#add({ clause, heading: title, text: '' }, this.#stands(after).under, after)
      return
    }
    const { clause, under, after, words } = readPlace(rest)
    this.#add({ clause, text: words }, under, after)
  }

  #restore(rest: string): void {
    const { clause, under, words } = readPlace(rest)
    const gone = this.#removed.get(clause)
    if (gone === undefined) throw new Error(`${clause} was never removed`)
    const { text, status, alternatives } = wordingOf(words)
    const more = alternatives && { alternatives }
    this.#operations.push({ op: 'restore', clause, text, status, ...more, under })
    this.#insert([{ ...gone, under, text: words, status, label: undefined }])
  }

  #amend(id: string, words: string): void {
    const clause = this.#stands(id)
    const { text, status, alternatives = [] } = wordingOf(words)
    this.#operations.push({ op: 'amend', clause: id, text, alternatives })
    clause.text = words
    if (clause.status !== status) this.#setStatus(`${id} ${status}`)
  }

  #remove(id: string): void {
    const clause = this.#stands(id)
    this.#operations.push({ op: 'remove', clause: id })
    this.#removed.set(id, clause)
    this.#take(id)
  }

  #move(rest: string): void {
    const [, id = '', how, other = ''] = /^([a-z-]+) (after|in) ([a-z-]+)$/.exec(rest) ?? []
    const moved = this.#stands(id)
    const within = this.#clauses.filter(({ under }) => under === id)
    const under = how === 'in' ? other : this.#stands(other).under
    const place = { ...(under && { under }), ...(how === 'after' && { after: other }) }
    this.#operations.push({ op: 'move', clause: id, ...place })
    for (const each of [moved, ...within]) this.#take(each.id)
    const after = how === 'after' ? other : undefined
    this.#insert([{ ...moved, under }, ...within], after)
  }

  #merge(rest: string): void {
    const [from = '', to = ''] = splitAt(rest, ' -> ')
    const [id = '', words = ''] = splitAt(to, ': ')
    const clauses = from.split(' ')
    const [first] = clauses.map((each) => this.#stands(each))
    const before = this.#before(first as Clause)
    const { text, status, alternatives } = wordingOf(words)
    const into = { clause: id, text, status, ...(alternatives && { alternatives }) }
    const under = first?.under
    this.#operations.push({ op: 'merge', clauses, into, ...(under && { under }), after: before })
    const at = this.#clauses.indexOf(first as Clause)
    this.#clauses.splice(at, 0, {
      id,
      under,
      isHeading: false,
      text: words,
      status,
      label: undefined,
    })
    for (const each of clauses) this.#take(each)
  }

  #split(rest: string): void {
    const [id = '', parts = ''] = splitAt(rest, ' -> ')
    const old = this.#stands(id)
    const made = parts.split(' || ').map((part) => {
      const [clause = '', words = ''] = splitAt(part, ': ')
      return { clause, words, ...wordingOf(words) }
    })
    const into = made.map(({ clause, text, status }) => ({ clause, text, status }))
    this.#operations.push({ op: 'split', clause: id, into })
    const clauses = made.map(({ clause, words, status }) => ({
      ...{ id: clause, under: old.under, isHeading: false },
      ...{ text: words, status, label: undefined },
    }))
    this.#clauses.splice(this.#clauses.indexOf(old), 1, ...clauses)
  }

  #setStatus(rest: string): void {
    const [id = '', status = ''] = rest.split(' ')
    const settled = this.#clauses.filter(({ text, isHeading }) => !isHeading && !text.includes('['))
    const clauses = id === '*' ? settled : [this.#stands(id)]
    for (const clause of clauses) {
      if (clause.status === status) continue
      this.#operations.push({ op: 'set_status', clause: clause.id, status })
      clause.status = status
    }
  }

  #takePosition(head: string, note: string): void {
    const [clause = '', party, stance, commitment] = head.split(' ')
    this.#stands(clause)
    this.#operations.push({ op: 'take_position', clause, party, stance, commitment, note })
  }

  #relabel(): void {
    const counts = new Map<string, number>()
    const next = (key: string) => {
      const number = (counts.get(key) ?? 0) + 1
      counts.set(key, number)
      return number
    }
    for (const clause of this.#clauses) {
      if (clause.id === 'preamble') this.#label(clause, undefined)
      else if (clause.under === 'preamble') this.#label(clause, `PP${next('preamble')}`)
      else if (clause.under === undefined) this.#label(clause, `Part ${next('part')}`)
      else if (this.#isArticle(clause)) this.#label(clause, `Article ${next('article')}`)
      else this.#label(clause, `${next(clause.under)}.`)
    }
  }

  /** Of a text in parts the articles; of one without articles the paragraphs are numbered alone. */
  #isArticle({ id, under }: Clause): boolean {
    const parent = under === undefined ? undefined : this.#find(under)
    return parent !== undefined && parent.under === undefined && !id.startsWith('hw-')
  }

  #label(clause: Clause, label: string | undefined): void {
    if (clause.label === label) return
    clause.label = label
    const at = this.#operations.findIndex(({ op, clause: id }) => op === 'add' && id === clause.id)
    if (at < 0) {
      this.#operations.push({ op: 'relabel', clause: clause.id, ...(label && { label }) })
      return
    }
    const { op, clause: id, ...rest } = this.#operations[at] as Operation
    this.#operations[at] = { op, clause: id, ...(label && { label }), ...rest }
  }

  #before(clause: Clause): string | null {
    const siblings = this.#clauses.filter(({ under }) => under === clause.under)
    return siblings[siblings.indexOf(clause) - 1]?.id ?? null
  }

  /** Puts clauses after a sibling and all that stands within it, or last under their parent. */
  #insert(clauses: Clause[], after?: string): void {
    const parent = after ?? clauses[0]?.under
    let at = this.#clauses.length
    if (parent !== undefined) {
      const isWithin = (clause: Clause): boolean =>
        clause.id === parent || (clause.under !== undefined && isWithin(this.#stands(clause.under)))
      at = this.#clauses.findLastIndex(isWithin) + 1
    }
    this.#clauses.splice(at, 0, ...clauses)
  }

  #take(id: string): void {
    this.#clauses = this.#clauses.filter((clause) => clause.id !== id)
  }

  #find(id: string): Clause | undefined {
    return this.#clauses.find((clause) => clause.id === id)
  }

  #stands(id: string): Clause {
    const clause = this.#find(id)
    if (clause === undefined) throw new Error(`no clause ${id} stands in the text`)
    return clause
  }
}

/** The words as the draft prints them, and the alternatives that its brackets hold. */
function wordingOf(words: string): { text: string; status: string; alternatives?: Alternative[] } {
  const alternatives = [...words.matchAll(BRACKET)].map(({ groups = {} }) => ({
    text: groups.words ?? '',
    proposers: groups.who?.split('/') ?? [],
    opponents: groups.not?.split('/') ?? [],
  }))
  const text = words.replace(BRACKET, (_, who: string, not: string | undefined, inner: string) => {
    const against = not === undefined ? '' : `; ${codes(not)} oppose`
    return `[${codes(who)} propose${against}: ${inner}]`
  })
  if (alternatives.length === 0) return { text, status: 'proposed' }
  return { text, status: 'bracketed', alternatives }
}

function codes(ids: string): string {
  return ids
    .split('/')
    .map((id) => {
      const party = PARTIES.find((each) => each.id === id)
      if (party === undefined) throw new Error(`nobody is called ${id}`)
      return party.code
    })
    .join('/')
}

/** `clause in parent after sibling: words`, of which `after` may be left out. */
function readPlace(rest: string) {
  const [, clause = '', under = '', after, words = ''] =
    /^([a-z-]+) in ([a-z-]+)(?: after ([a-z-]+))?: (.+)$/.exec(rest) ?? []
  if (clause === '') throw new Error(`revisions: "${rest}" says no place`)
  return { clause, under, words, ...(after !== undefined && { after }) }
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}
