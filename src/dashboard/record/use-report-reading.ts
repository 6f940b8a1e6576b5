import { useMemo } from 'preact/hooks'
import type { MeetingFold } from '../../../projections/meetings/meeting-reply.ts'
import { normalLines } from '../../../projections/text/lines.ts'
import type { MeetingFacts } from '../reader/known-meeting.ts'
import type { NamedThing } from '../reader/names.ts'
import type { UnreadSentence } from '../reader/proposal.ts'
import { readReport } from '../reader/read-report.ts'
import { useReading } from '../state/use-reading.ts'
import { utcDay } from '../words/instant.ts'
import { namesOf } from '../words/names-of.ts'
import { type SourceProposal, sourceProposals } from './proposed.ts'

/** The reading of a source by the rules. */
interface SourceReading {
  readonly text: string
  readonly proposals: readonly SourceProposal[]
  readonly unread: readonly UnreadSentence[]
}

/** The proposals of the rules for a source; undefined where its text is not held. */
export function useReportReading(source: string): SourceReading | undefined {
  const found = useReading('source', { source })
  const things = useNamedThings()
  const persons = useReading('persons', {})?.persons
  return useMemo(() => {
    if (found?.text === undefined) return undefined
    const { language, published } = found
    const text = normalLines(found.text)
    const spokenFor = new Map(
      (persons ?? []).map(({ person, accreditations }) => {
        const holding = accreditations.filter(({ holds }) => holds !== 'no')
        return [person, [...new Set(holding.map(({ party }) => party))]] as const
      }),
    )
    const day = dayOf(published)
    const read = readReport({ text, language, published: day, things, spokenFor })
    return {
      text,
      proposals: sourceProposals(source, found.text, text, read.proposals),
      unread: read.unread,
    }
  }, [found, things, persons])
}

/** The last day on which something with an uncertain date can have happened; today where it is open. */
function dayOf({ until }: { readonly until: string | null }): string {
  return utcDay(until === null ? Date.now() : Date.parse(until) - 1)
}

function useNamedThings(): NamedThing[] {
  const parties = useReading('parties', {})?.parties
  const persons = useReading('persons', {})?.persons
  const issues = useReading('issues', {})?.issues
  const meetings = useReading('meetings', {})?.meetings
  const sources = useReading('sources', {})?.sources
  return useMemo(() => {
    const outlets = new Set((sources ?? []).flatMap(({ publisher }) => publisher ?? []))
    return [
      ...(parties ?? []).map((one) => ({
        ...({ kind: 'party', id: one.party } as const),
        names: namesOf(one),
      })),
      ...(persons ?? []).map((one) => ({
        ...({ kind: 'person', id: one.person } as const),
        names: namesOf(one),
      })),
      ...(issues ?? []).map(({ issue, title }) => ({
        ...({ kind: 'issue', id: issue } as const),
        names: [title],
      })),
      ...(meetings ?? []).map((one) => ({
        ...({ kind: 'meeting', id: one.meeting } as const),
        names: [one.title],
        held: meetingFacts(one),
      })),
      ...Array.from(outlets, (name) => ({ kind: 'outlet', id: name, names: [name] }) as const),
    ]
  }, [parties, persons, issues, meetings, sources])
}

const OVER: ReadonlySet<string> = new Set(['concluded', 'cancelled', 'denied'])

function meetingFacts({
  state,
  tookPlace,
  scheduled,
  place,
  participants,
  history,
}: MeetingFold): MeetingFacts {
  const first = tookPlace ?? scheduled
  const ended = history.findLast(({ type }) => type === 'meeting.concluded')?.occurred
  const last = ended ?? first
  return {
    isOver: OVER.has(state),
    ...(first?.from == null ? {} : { from: first.from.slice(0, 10) }),
    ...(last?.until == null ? {} : { until: dayOf(last) }),
    ...(place === null ? {} : { place }),
    present: participants.flatMap(({ party, person }) =>
      [party, person].filter((id) => id != null),
    ),
  }
}
