import { readingOrder } from '../drafts/clause.ts'
import { shown } from '../time/shown-fact.ts'
import type { AsOf } from '../time/standing-fact.ts'
import type { BlameOrigin, BlameRun, DraftBlame } from './blame-reply.ts'
import type { BlamedRun } from './blame-runs.ts'
import { type BlamedRevision, blamedRevisions } from './blamed-revision.ts'
import type { Lineage } from './lineage.ts'
import type { WordOrigin } from './word-origin.ts'

/** Blames the words of the last revision of a lineage. O(all texts of the lineage). */
export function blameOf(lineage: Lineage, asOf: AsOf): DraftBlame {
  const { opening, content, blame } = blamedRevisions(lineage).at(-1) as BlamedRevision
  const clauses = Array.from(readingOrder(content), ({ clause, depth }) => ({
    clause,
    depth,
    words: blame.get(clause.id) ?? { heading: [], text: [] },
  }))
  const found = new Set(
    clauses.flatMap(({ words }) => [...words.heading, ...words.text].map(({ origin }) => origin)),
  )
  const origins = [...found].sort((a, b) => a.part.entry - b.part.entry)
  const places = new Map(origins.map((origin, place) => [origin, place]))
  return {
    draft: opening.body.draft,
    draftRevision: opening.body.revision,
    origins: origins.map((origin) => told(origin, asOf)),
    clauses: clauses.map(({ clause: { id, label, heading, text }, depth, words }) => ({
      clause: id,
      depth,
      label,
      heading: runsOf(heading ?? '', words.heading, places),
      text: runsOf(text, words.text, places),
    })),
  }
}

function told({ opening, part, proposers }: WordOrigin, asOf: AsOf): BlameOrigin {
  const { draft, revision, title, meeting } = opening.body
  return {
    draft,
    draftRevision: revision,
    title: title ?? null,
    proposers,
    meeting: meeting ?? null,
    evidence: part.body.evidence ?? opening.body.evidence ?? [],
    fact: shown(part, asOf),
  }
}

function runsOf(
  text: string,
  runs: readonly BlamedRun<WordOrigin>[],
  places: ReadonlyMap<WordOrigin, number>,
): BlameRun[] {
  let at = 0
  return runs.map(({ length, origin }) => {
    const run = { text: text.slice(at, at + length), origin: places.get(origin) as number }
    at += length
    return run
  })
}
