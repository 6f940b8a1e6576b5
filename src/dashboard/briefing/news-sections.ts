import type { ChangesReply, MeetingThen } from '../../../projections/changes/changes-reply.ts'
import type { ReleasedEntry } from '../../../projections/changes/released-entries.ts'
import type { Headline } from '../../../projections/timeline/headline.ts'
import type { Names } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { headlineText } from '../words/sentences.ts'
import { moveSections, type Telling } from './move-sections.ts'
import { type NewsGroup, type NewsLine, type NewsSection, newsLine } from './news-line.ts'

/** The changes in sentences under headings, moves first; headings without any are left out. */
export function newsSections(
  changes: ChangesReply,
  telling: Telling,
  unsupported: ReadonlySet<string>,
): NewsSection[] {
  const { negotiation, stances, issues, drafts, meetings, parties, sources, entries } = changes
  const { names } = telling
  const isFallen = (key: string) => unsupported.has(key)
  const { briefing } = messages
  const others: { readonly group: NewsGroup; readonly lines: readonly NewsLine[] }[] = [
    {
      group: 'released',
      lines: entries.released.map((entry) =>
        newsLine(releasedText(entry, names), {
          to: { query: { entry: entry.id } },
          isUnsupported: false,
        }),
      ),
    },
    {
      group: 'negotiation',
      lines:
        negotiation === null
          ? []
          : [
              newsLine(negotiationText(negotiation), {
                to: { view: 'timeline' },
                isUnsupported: false,
              }),
            ],
    },
    {
      group: 'drafts',
      lines: drafts.map((draft) =>
        newsLine(draftText(draft), {
          to: { view: 'drafts', query: { draft: draft.draft } },
          isUnsupported: isFallen(`draft ${draft.draft}`),
        }),
      ),
    },
    {
      group: 'meetings',
      lines: meetings.map(({ meeting, title, before, after }) =>
        newsLine(meetingText(title, before, after), {
          to: { view: 'meetings' },
          isUnsupported: isFallen(`meeting ${meeting}`),
        }),
      ),
    },
    {
      group: 'issues',
      lines: issues.map(({ issue, changes: moves, after }) =>
        newsLine(briefing.issueMoved(names.issue(issue), moves, after?.proposition), {
          to: { view: 'timeline', query: { issue } },
          isUnsupported: isFallen(`issue ${issue}`),
        }),
      ),
    },
    {
      group: 'parties',
      lines: parties.map(({ party, after }) =>
        newsLine(briefing.partyIs(names.party(party), after), {
          to: { view: 'timeline', query: { party } },
          isUnsupported: isFallen(`party ${party}`),
        }),
      ),
    },
    {
      group: 'sources',
      lines: sources.map(({ source, after }) =>
        newsLine(briefing.sourceIs(names.source(source), after), {
          to: { view: 'timeline', query: { source } },
          isUnsupported: false,
        }),
      ),
    },
    {
      group: 'corrected',
      lines: entries.corrected.map(({ change, id, type, entry }) =>
        newsLine(briefing.entryPutRight(entry, typeTitle(type).toLowerCase(), change), {
          to: { view: 'timeline', query: { entry: id } },
          isUnsupported: false,
        }),
      ),
    },
  ]
  const told = others.filter(({ lines }) => lines.length > 0)
  return [
    ...moveSections(stances, telling),
    ...told.map(({ group, lines }) => ({
      ...{ group, title: briefing.groups[group], isMoves: false, lines },
    })),
  ]
}

/** An entry that could not be read before by everybody: what it says, and where it stands. */
function releasedText({ entry, type, headline }: ReleasedEntry, names: Names): string {
  const { briefing } = messages
  if (headline === null) return briefing.asEntrySays(typeTitle(type), entry)
  return briefing.inEntry(headlineText(headline as Headline, names), entry)
}

function negotiationText({ before, after }: NonNullable<ChangesReply['negotiation']>): string {
  return messages.briefing.talksAre(after, before)
}

function draftText({ title, newRevisions, before, after }: ChangesReply['drafts'][number]): string {
  return messages.briefing.draftIs(title, {
    isGone: after === null,
    isNew: before === null,
    revisions: newRevisions.length,
    status: before?.status === after?.status ? undefined : after?.status,
  })
}

function meetingText(title: string, before: MeetingThen | null, after: MeetingThen | null): string {
  if (after === null) return messages.briefing.meetingGone(title)
  const when = after.tookPlace ?? after.scheduled
  const where = [when === null ? '' : uncertainText(when), after.place ?? '']
  const was = before === null || before.state === after.state ? undefined : before.state
  return messages.briefing.meetingIs(title, after.state, was, where.filter(Boolean).join(', '))
}
