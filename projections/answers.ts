import { entryReply } from './entry-reply.ts'
import type { Projections } from './registry.ts'
import { subjectKey } from './stances/subject-key.ts'
import type { TemporalKey } from './time/bitemporal.ts'
import { atOnce } from './time/pieces.ts'
import type { AsOf } from './time/standing-fact.ts'
import type { TimelinePlace } from './timeline/timeline.ts'

/** The answer of a query for one of its keys: undefined if the ledger knew of no such thing then. */
export type KeyedAnswer = readonly [key: string, answer: unknown]

type Answers = (projections: Projections, at: AsOf) => Iterable<KeyedAnswer>

/** The facts, or items of the timeline, that make one answer. */
const PAGE = 200

/**
 * The answers of every query over all its keys, in a fixed order. Each answer is made in one step, and
 * no iteration over projections is open between two, so that events may be folded meanwhile.
 *
 * Reads that compare two texts (redline, blame, the history of a clause) are functions of the
 * contents of revisions, which are here, and have no keys of their own.
 */
export const queries: Readonly<Record<string, Answers>> = {
  negotiation: (p, at) => [['', p.negotiation.at(at)]],
  parties: (p, at) => keyed(p.parties.list(at), ({ party }) => party),
  persons: (p, at) => keyed(p.persons.list(at), ({ person }) => person),
  issues: (p, at) => keyed(p.issues.list(at), ({ issue }) => issue),
  *sources(p, at) {
    for (const { source } of p.sources.list(at)) {
      yield [
        source,
        { ...p.sources.one(source, at), text: p.sources.heldText(source, at.revision) },
      ]
    }
  },
  unsupported: (p, at) => [['', p.sources.unsupported(at)]],
  statements: (p, at) => keyed(p.statements.list(at), ({ statement }) => statement),
  *stances({ stances }, at) {
    for (const party of stances.parties(at.revision)) {
      for (const subject of stances.subjects(at.revision)) {
        const history = stances.history(party, subject, at)
        const key = `${party} ${subjectKey(subject)}`
        yield [key, { ...stances.cell(party, subject, at), history }]
      }
    }
  },
  differences: (p, at) => [['', atOnce(p.differences.at(at))]],
  *convergence({ convergence, stances }, at) {
    for (const subject of stances.subjects(at.revision)) {
      const validTime = atOnce(convergence.overValidTime(subject, at.revision))
      yield [subjectKey(subject), { validTime }]
      const revision = atOnce(convergence.overRevisions(subject, at))
      yield [subjectKey(subject), { revision }]
    }
  },
  draft: (p, at) => [['', p.drafts.onTable(at)]],
  drafts: (p, at) =>
    keyed(
      p.drafts.list(at),
      ({ draft }) => draft,
      ({ draft }) => p.drafts.one(draft, at),
    ),
  *draftRevisions({ drafts }, at) {
    for (const { draft } of drafts.list(at)) {
      for (const { draftRevision: revision } of drafts.revisions(draft, at)) {
        yield [revision, drafts.content(revision, at)]
      }
    }
  },
  meetings: (p, at) => keyed(p.meetings.list(at), ({ meeting }) => meeting),
  *timeline({ timeline }, at) {
    for (let after: TimelinePlace | undefined; ; ) {
      const { items, next } = timeline.page(at, { limit: PAGE, after })
      yield [after === undefined ? '' : `${after.from}_${after.entry}`, items]
      if (next === null) return
      after = next
    }
  },
  /** Since the entry before. */
  *changes({ changes, entries }, at) {
    const before = entries.recorded(at.revision - 1)
    if (before === undefined) return
    const { revision, recordedAt } = before
    yield ['', atOnce(changes.between({ revision, validTime: Date.parse(recordedAt) }, at))]
  },
  *warnings({ warnings }, at) {
    for (let after: TemporalKey | undefined; ; ) {
      const found: unknown[] = []
      let checked = 0
      for (const { place, warnings: ofOne } of warnings.steps(at, after)) {
        found.push(...ofOne)
        after = place
        checked += 1
        if (checked === PAGE) break
      }
      yield ['', found]
      if (checked < PAGE) return
    }
  },
  *events(p, at) {
    for (let revision = 0; revision <= at.revision; revision++) {
      const id = p.entries.recorded(revision)?.id as string
      yield [id, entryReply(p, id, revision, at.revision)]
    }
  },
}

function* keyed<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  answer: (item: T) => unknown = (item) => item,
): Generator<KeyedAnswer> {
  for (const item of items) yield [keyOf(item), answer(item)]
}
