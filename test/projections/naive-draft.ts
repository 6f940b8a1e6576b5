import type { ClauseOperation } from '../../events/clause-operation.ts'

interface Item {
  id: string
  text: string
  within: Item[]
}

type Step<Op extends ClauseOperation['op']> = Extract<ClauseOperation, { op: Op }>
type Place = { under?: string | undefined; after?: string | null | undefined }

/** A draft as nested arrays, changed in place: what `applyOperation` is held against. */
export class NaiveDraft {
  #top: Item[] = []

  /** Depth, id and text of each clause, in reading order. */
  read(items = this.#top, depth = 0): [number, string, string][] {
    return items.flatMap((item) => [
      [depth, item.id, item.text] as [number, string, string],
      ...this.read(item.within, depth + 1),
    ])
  }

  /** Whether the operation had an effect. A trial that fails halfway is taken back. */
  apply(op: ClauseOperation): boolean {
    const before = structuredClone(this.#top)
    const read = JSON.stringify(before)
    try {
      this.#try(op)
    } catch {
      this.#top = before
      return false
    }
    return JSON.stringify(this.#top) !== read
  }

  #try(op: ClauseOperation): void {
    if (op.op === 'add' || op.op === 'restore')
      this.#put(op, { id: op.clause, text: op.text, within: [] })
    if (op.op === 'amend') this.#find(op.clause).text = op.text as string
    if (op.op === 'move') this.#put(op, this.#take(op.clause))
    if (op.op === 'remove') this.#take(op.clause)
    if (op.op === 'split') this.#split(op)
    if (op.op === 'merge') this.#merge(op)
  }

  #split({ clause, into }: Step<'split'>): void {
    const siblings = this.#siblings(clause)
    const { within } = this.#find(clause)
    const parts = into.map((part) => ({ id: part.clause, text: part.text, within: [] as Item[] }))
    for (const part of parts) this.#mustBeFree(part.id)
    if (new Set(parts.map(({ id }) => id)).size < parts.length) throw new Error('twice')
    ;(parts.at(-1) as Item).within = within
    siblings.splice(indexOf(siblings, clause), 1, ...parts)
  }

  #merge(op: Step<'merge'>): void {
    const ids = [...new Set(op.clauses)]
    if (ids.length < 2) throw new Error('alone')
    const merged: Item = { id: op.into.clause, text: op.into.text, within: [] }
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
    const last = siblings.length
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
