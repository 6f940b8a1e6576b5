import type { Projections } from '../../projections/registry.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'

/** Everything that readers are told at a point, one text for each thing that they ask for. */
export function answers(from: Projections, at: AsOf): Record<string, string> {
  const told = {
    negotiation: from.negotiation.at(at),
    parties: from.parties.list(at),
    persons: from.persons.list(at),
    issues: from.issues.list(at),
    sources: from.sources.list(at),
    statements: from.statements.list(at),
    drafts: from.drafts.list(at),
    table: from.drafts.onTable(at),
    meetings: from.meetings.list(at),
    stances: atOnce(from.stances.matrix(at)),
    differences: atOnce(from.differences.at(at)),
    convergence: from.stances
      .subjects(at.revision)
      .map((subject) => [
        atOnce(from.convergence.overValidTime(subject, at.revision)),
        atOnce(from.convergence.overRevisions(subject, at)),
      ]),
    timeline: from.timeline.page(at, { limit: 1000 }),
    warnings: from.warnings.list(at),
  }
  return Object.fromEntries(
    Object.entries(told).map(([name, answer]) => [name, JSON.stringify(answer) ?? 'none']),
  )
}
