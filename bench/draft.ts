import type { LedgerEvent } from '../events/registry.ts'
import { Drafts } from '../projections/drafts/drafts.ts'
import { Entries } from '../projections/time/entries.ts'
import { History } from '../projections/time/history.ts'
import type { AsOf } from '../projections/time/standing-fact.ts'
import { ledgerEvents } from '../test/generator/ledger-events.ts'
import { Random } from '../test/generator/random.ts'
import { blameIn } from '../test/projections/texts-of.ts'
import { type Case, perSecond, single } from './compare.ts'
import type { Sized } from './sized.ts'

/** The past that a draft with a short one has, in revisions. */
const FEW = 10

const READS = 50

const WORDS = 'party force border line water army treaty council guard zone aid vote'.split(' ')

/**
 * Reads a draft of as many clauses as revisions, 1,000 of each in a full run, beside
 * one of as many clauses and 10 revisions. Each revision amends three words of one clause and moves
 * another. What is claimed: reading the text costs the same, whatever the number of revisions. The
 * blame is worked out of all of them when it is asked for, and costs as much as they do.
 */
export function* benchDraft({ sized }: Sized): Generator<Case> {
  const size = Math.max(2, sized(1000))
  const old = draftOf(size, size)
  const young = draftOf(size, Math.min(FEW, size))
  const of = `of ${size} clauses and ${size} revisions`
  const peer = `the same of ${Math.min(FEW, size)} revisions`
  const reads = {
    'the current text': (drafts: Drafts, at: AsOf) => drafts.onTable(at),
    'blame of the current text': (drafts: Drafts, at: AsOf, last: string) =>
      blameIn(drafts, last, at),
  }
  for (const [name, read] of Object.entries(reads)) {
    const measure = ({ drafts, at, last }: ReturnType<typeof draftOf>) =>
      perSecond(READS, () => {
        for (let n = 0; n < READS; n++) read(drafts, at, last)
      })
    yield single({
      name: `${name}, ${of}`,
      unit: 'reads/s',
      subject: () => measure(old),
      peer: { name: peer, run: () => measure(young) },
    })
  }
}

/** A draft with that many clauses and revisions, and the point at which all of them count. */
function draftOf(clauses: number, revisions: number) {
  const history = new History()
  const entries = new Entries(history)
  const drafts = new Drafts(history)
  let head: LedgerEvent | undefined
  for (const event of ledgerEvents(recorded(clauses, revisions))) {
    history.revision = event.revision
    drafts.apply(entries.apply(event))
    head = event
  }
  const at = { revision: head?.revision ?? 0, validTime: Date.parse('2030-01-01') }
  return { drafts, at, last: `r${revisions - 1}` }
}

function* recorded(clauses: number, revisions: number) {
  const random = new Random(clauses)
  const texts = Array.from({ length: clauses }, () =>
    Array.from({ length: 60 }, () => random.pick(WORDS)),
  )
  const told = (command: object) => ({ recordedAt: '2025-01-01T00:00:00.000Z', command })
  const common = { occurred: '2025-01-01', proposers: [] }
  yield told({ type: 'draft.tabled', draft: 'd', title: 'Draft', ...common })
  for (let n = 0; n < revisions; n++) {
    const operations = n === 0 ? texts.map(added) : amended(texts, random)
    const basis = n === 0 ? [] : [`r${n - 1}`]
    const parts = n === 0 ? chunked(operations, 100) : [operations]
    const [first = [], ...more] = parts
    const complete = more.length === 0
    const revision = { draft: 'd', revision: `r${n}`, basis, operations: first, complete }
    yield told({ type: 'draft.revised', ...common, ...revision })
    for (const chunk of more) {
      const occurred = common.occurred
      yield told({ type: 'draft.operationsAdded', occurred, revision: `r${n}`, operations: chunk })
    }
  }
}

function added(words: readonly string[], clause: number): object {
  return { op: 'add', clause: `c${clause}`, text: words.join(' ') }
}

function amended(texts: string[][], random: Random): object[] {
  const place = random.integer(0, texts.length - 1)
  const words = texts[place] as string[]
  words.splice(random.integer(0, 50), 3, ...random.some(WORDS, 3))
  return [
    { op: 'amend', clause: `c${place}`, text: words.join(' ') },
    { op: 'move', clause: `c${random.integer(0, texts.length - 1)}`, after: null },
  ]
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  )
}
