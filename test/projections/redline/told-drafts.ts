import fc from 'fast-check'
import type { Told } from '../given.ts'

const words = fc
  .array(fc.constantFrom('war', 'peace', 'army', 'сторони', '各方', 'and', '.'), { maxLength: 8 })
  .map((some) => some.join(' '))
const texts = fc.array(words, { minLength: 3, maxLength: 3 })
const kind = fc.constantFrom(
  ...['add', 'add', 'amend', 'amend', 'amend', 'restore', 'restore', 'move', 'remove'],
  ...['merge', 'split', 'set_status', 'take_position'],
)
const step = fc.record({
  kind,
  texts,
  picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
  proposers: fc.option(fc.constantFrom(['us'], ['jp', 'nz'], []), { nil: undefined }),
})
const revision = fc.record({
  parents: fc.array(fc.nat(), { maxLength: 2 }),
  parts: fc.array(fc.array(step, { maxLength: 5 }), { minLength: 1, maxLength: 2 }),
})

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Drafts as a recorder may tell them: an id is introduced once, and named only afterwards. */
class Recorder {
  readonly told: Told[] = []
  #clauses = 0

  revise({ parents, parts }: typeof revision extends fc.Arbitrary<infer R> ? R : never, n: number) {
    const [first = [], ...more] = parts.map((steps) => steps.map((one) => this.#operation(one)))
    const basis = [...new Set(parents.map((parent) => `r${n - 1 - (parent % Math.min(n, 3))}`))]
    const body = { draft: 'us', revision: `r${n}`, basis: n === 0 ? [] : basis, proposers: ['cl'] }
    this.told.push({ type: 'draft.revised', body: { ...body, operations: first, complete: false } })
    for (const operations of more) {
      this.told.push({ type: 'draft.operationsAdded', body: { revision: `r${n}`, operations } })
    }
  }

  #operation({ kind, texts: [a = '', b = '', c = ''], picks, proposers }: Step): object {
    const [one, two, three] = picks.map((pick) => `c${pick % Math.max(1, this.#clauses)}`)
    const named = { clause: one, ...(proposers && { proposers }) }
    if (this.#clauses === 0 || kind === 'add') {
      return { op: 'add', ...named, clause: this.#new(), text: a }
    }
    if (kind === 'amend' || kind === 'restore') return { op: kind, ...named, text: a }
    if (kind === 'move') return { op: kind, clause: one, under: two }
    if (kind === 'merge') {
      const into = { clause: this.#new(), text: `${a} ${b}` }
      return { op: kind, clauses: [one, two, three], into }
    }
    if (kind === 'split') {
      const into = [a, b, c].map((text) => ({ clause: this.#new(), text }))
      return { op: kind, clause: one, into }
    }
    if (kind === 'set_status') return { op: kind, clause: one, status: 'agreed' }
    const position = { party: 'jp', stance: 'opposes', commitment: 'reserved' }
    return kind === 'take_position'
      ? { op: kind, clause: one, ...position }
      : { op: kind, clause: one }
  }

  #new(): string {
    return `c${this.#clauses++}`
  }
}

/** Revisions `r0`, `r1` … of one draft, each made from none, one or two of the three before it. */
export const toldDrafts: fc.Arbitrary<{ told: Told[]; revisions: string[] }> = fc
  .array(revision, { minLength: 2, maxLength: 8, size: 'max' })
  .map((revisions) => {
    const recorder = new Recorder()
    for (const [n, one] of revisions.entries()) recorder.revise(one, n)
    return { told: recorder.told, revisions: revisions.map((_, n) => `r${n}`) }
  })
