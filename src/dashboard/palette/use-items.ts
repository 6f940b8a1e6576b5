import { useEffect, useMemo, useState } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { Ledger } from '../data/ledger.ts'
import { clauseNamesIn, latestTexts } from '../state/clause-names.ts'
import { ledger } from '../state/ledger.ts'
import { rested } from '../state/moment.ts'
import { CLOSED } from '../state/panel-layers.ts'
import { useReading } from '../state/use-reading.ts'
import { offeredViews } from '../state/view-titles.ts'
import { dayText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { namesOf } from '../words/names-of.ts'
import { type GroupName, type IndexedItem, indexItems, type PaletteItem } from './match-items.ts'

/** The places that a palette leads to, by group. */
type ItemGroups = Partial<Record<GroupName, readonly IndexedItem[]>>

/** Everything in the ledger that has a name, where the slider rests. */
export function useItems(): ItemGroups {
  const at = rested.value
  const parties = useReading('parties', {}, at)?.parties
  const persons = useReading('persons', {}, at)?.persons
  const issues = useReading('issues', {}, at)?.issues
  const sources = useReading('sources', {}, at)?.sources
  const meetings = useReading('meetings', {}, at)?.meetings
  const clauses = useClauses(at)
  const views = offeredViews.value
  return useMemo(() => {
    const groups: Readonly<Record<GroupName, readonly PaletteItem[]>> = {
      views: views.map((view) => ({
        ...{
          id: `view ${view}`,
          label: messages.shell.viewTitles[view],
          to: { view, query: CLOSED },
        },
      })),
      parties: (parties ?? []).map((one) => ({
        id: `party ${one.party}`,
        label: one.name,
        aliases: [one.party, ...namesOf(one)],
        to: { view: 'timeline', query: { party: one.party } },
      })),
      issues: (issues ?? []).map(({ issue, title }) => ({
        id: `issue ${issue}`,
        label: title,
        aliases: [issue],
        to: { view: 'convergence', query: { subjects: 'issue', subject: `issue:${issue}` } },
      })),
      clauses,
      people: (persons ?? []).map((one) => ({
        id: `person ${one.person}`,
        label: one.name,
        detail: one.describedAs,
        aliases: [one.person, ...namesOf(one)],
        to: { view: 'timeline', query: { q: one.name } },
      })),
      meetings: (meetings ?? []).map(({ meeting, title, place, stateFact, tookPlaceFact }) => ({
        id: `meeting ${meeting}`,
        label: title,
        detail: [tookPlaceFact && dayText(tookPlaceFact.recordedAt), place]
          .filter(Boolean)
          .join(', '),
        aliases: [meeting],
        to: { view: 'meetings', query: { ...CLOSED, entry: stateFact.id } },
      })),
      sources: (sources ?? []).map(({ source, title, publisher }) => ({
        id: `source ${source}`,
        label: title ?? publisher ?? source,
        detail: title === undefined ? undefined : publisher,
        aliases: [source, publisher ?? ''],
        to: { query: { source } },
      })),
    }
    return Object.fromEntries(
      Object.entries(groups).map(([name, items]) => [name, indexItems(items)]),
    )
  }, [parties, persons, issues, sources, meetings, clauses, views])
}

/** The clauses of the latest text of each draft. */
function useClauses(at: AsOf | undefined): readonly PaletteItem[] {
  const [items, setItems] = useState<readonly PaletteItem[]>([])
  const shown = ledger.value
  useEffect(() => {
    if (shown === undefined || at === undefined) return
    let isWanted = true
    readClauses(shown, at).then(
      (found) => {
        if (isWanted) setItems(found)
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [shown, at])
  return items
}

async function readClauses(shown: Ledger, at: AsOf): Promise<PaletteItem[]> {
  const texts = await latestTexts(shown, at)
  return texts.flatMap(({ draft, title, clauses }): PaletteItem[] => {
    const names = new Map(clauseNamesIn(clauses))
    const whole = { view: 'drafts', query: { draft } } as const
    return [
      { id: `draft ${draft}`, label: title, aliases: [draft], to: whole },
      ...clauses.map(({ id }) => ({
        id: `clause ${draft} ${id}`,
        label: names.get(id)?.name ?? id,
        detail: title,
        aliases: [id],
        to: { view: 'drafts', query: { draft, clause: id } } as const,
      })),
    ]
  })
}
