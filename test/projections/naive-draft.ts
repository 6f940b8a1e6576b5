import type { ClauseOperation } from '../../events/clause-operation.ts'

interface Item {
  id: string
  text: string
  within: Item[]
  unplaced: boolean
}

type Words = Pick<Item, 'id' | 'text'>

const item = (id: string, text: string): Item => ({ id, text, within: [], unplaced: false })

type Step<Op extends ClauseOperation['op']> = Extract<ClauseOperation, { op: Op }>
type Place = { under?: string | undefined; after?: string | null | undefined }

/** A draft as nested arrays, changed in place: what `applyOperation` is held against. */
export class NaiveDraft {
  #top: Item[] = []
  /** By clause that ever stood: its last words. */
  readonly #last = new Map<string, string>()

  /** Depth, id and text of each clause, and whether it has no place, in reading order. */
  read(items = this.#top, depth = 0): [number, string, string, boolean][] {
    return items.flatMap((item) => [
      [depth, item.id, item.text, item.unplaced] as [number, string, string, boolean],
      ...this.read(item.within, depth + 1),
    ])
  }

  /**
   * What became of the operation. A trial that fails halfway is taken back, and the words that the
   * operation gives are put last, or where the clause stands.
   *
   * @param isKnown false where the text that it was to change is not known
   */
  apply(op: ClauseOperation, isKnown = true): 'taken' | 'displaced' | 'ineffective' {
    const before = structuredClone(this.#top)
    const read = JSON.stringify(before)
    let outcome: 'taken' | 'displaced' = 'taken'
    try {
      if (!isKnown) throw new Error('unknown')
      this.#try(op)
    } catch {
      this.#top = before
      outcome = 'displaced'
      for (const words of this.#wordsOf(op)) this.#show(words, isKnown)
    }
    for (const [, id, text] of this.read()) this.#last.set(id, text)
    return JSON.stringify(this.#top) === read ? 'ineffective' : outcome
  }

  #wordsOf(op: ClauseOperation): Words[] {
    if (op.op === 'merge') return [{ id: op.into.clause, text: op.into.text }]
    if (op.op === 'split') return op.into.map(({ clause, text }) => ({ id: clause, text }))
    if (op.op === 'add' || op.op === 'restore' || op.op === 'amend') {
      return [{ id: op.clause, text: op.text ?? '' }]
    }
    const text = op.op === 'move' ? this.#last.get(op.clause) : undefined
    const stands = op.op === 'move' && this.#search(op.clause, this.#top) !== undefined
    return op.op !== 'move' || text === undefined || stands ? [] : [{ id: op.clause, text }]
  }

  #show({ id, text }: Words, isKnown: boolean): void {
    if (this.#search(id, this.#top) === undefined) {
      this.#top.push({ ...item(id, text), unplaced: true })
    } else {
      const standing = this.#find(id)
      if (isKnown || standing.unplaced) standing.text = text
    }
  }

  #try(op: ClauseOperation): void {
    if (op.op === 'add' || op.op === 'restore') this.#put(op, item(op.clause, op.text))
    if (op.op === 'amend') this.#find(op.clause).text = op.text as string
    if (op.op === 'move') this.#put(op, { ...this.#take(op.clause), unplaced: false })
    if (op.op === 'remove') this.#take(op.clause)
    if (op.op === 'split') this.#split(op)
    if (op.op === 'merge') this.#merge(op)
  }

  #split({ clause, into }: Step<'split'>): void {
    const siblings = this.#siblings(clause)
    const { within, unplaced } = this.#find(clause)
    const parts = into.map((part) => ({ ...item(part.clause, part.text), unplaced }))
    for (const part of parts) this.#mustBeFree(part.id)
    if (new Set(parts.map(({ id }) => id)).size < parts.length) throw new Error('twice')
    ;(parts.at(-1) as Item).within = within
    siblings.splice(indexOf(siblings, clause), 1, ...parts)
  }

  #merge(op: Step<'merge'>): void {
    const ids = [...new Set(op.clauses)]
    if (ids.length < 2) throw new Error('alone')
    const merged = item(op.into.clause, op.into.text)
    const items = ids.map((id) => this.#find(id))
    const outer = items.filter((item) => !items.some((other) => other !== item && has(other, item)))
    if (op.under === undefined && op.after === undefined) {
      const first = outer.find((item) => has(item, items[0] as Item)) as Item
      this.#mustBeFree(merged.id)
      const siblings = this.#siblings(first.id)
      siblings.splice(indexOf(siblings, first.id), 0, merged)
    } else {
      this.#put(op, merged)
    }
    if (outer.some((item) => has(item, merged))) throw new Error('ends with it')
    const rest = (list: Item[]): Item[] =>
      list.flatMap((item) => (items.includes(item) ? rest(item.within) : [item]))
    merged.within = rest(outer.flatMap(({ within }) => within))
    for (const item of outer) {
      const siblings = this.#siblings(item.id)
      siblings.splice(siblings.indexOf(item), 1)
    }
  }

  #put({ under, after }: Place, item: Item): void {
    this.#mustBeFree(item.id)
    const siblings = under === undefined ? this.#top : this.#find(under).within
    const last = siblings.findLastIndex(({ unplaced }) => !unplaced) + 1
    const at = after === undefined ? last : after === null ? 0 : indexOf(siblings, after) + 1
    siblings.splice(at, 0, item)
  }

  #take(id: string): Item {
    const siblings = this.#siblings(id)
    return siblings.splice(indexOf(siblings, id), 1)[0] as Item
  }

  #mustBeFree(id: string): void {
    if (this.read().some(([, taken]) => taken === id)) throw new Error('taken')
  }

  #find(id: string): Item {
    const siblings = this.#siblings(id)
    return siblings[indexOf(siblings, id)] as Item
  }

  #siblings(id: string, items = this.#top): Item[] {
    const found = this.#search(id, items)
    if (found === undefined) throw new Error('absent')
    return found
  }

  #search(id: string, items: Item[]): Item[] | undefined {
    if (items.some((item) => item.id === id)) return items
    for (const { within } of items) {
      const found = this.#search(id, within)
      if (found !== undefined) return found
    }
    return undefined
  }
}

function indexOf(items: Item[], id: string): number {
  const at = items.findIndex((item) => item.id === id)
  if (at < 0) throw new Error('absent')
  return at
}

function has(item: Item, other: Item): boolean {
  return item === other || item.within.some((child) => has(child, other))
}
