import type { ChangesReply, MeetingThen } from '../../../projections/changes/changes-reply.ts'
import type { ReleasedEntry } from '../../../projections/changes/released-entries.ts'
import type { Headline } from '../../../projections/timeline/headline.ts'
import type { Names } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { plainWords, plural, typeTitle } from '../words/labels.ts'
import { listText } from '../words/list-text.ts'
import { headlineText } from '../words/sentences.ts'
import { moveSections, type Telling } from './move-sections.ts'
import { type NewsSection, newsLine } from './news-line.ts'

/** The changes in sentences under headings, moves first; headings without any are left out. */
export function newsSections(
  changes: ChangesReply,
  telling: Telling,
  unsupported: ReadonlySet<string>,
): NewsSection[] {
  const { negotiation, stances, issues, drafts, meetings, parties, sources, entries } = changes
  const { names } = telling
  const isFallen = (key: string) => unsupported.has(key)
  const others: Omit<NewsSection, 'isMoves'>[] = [
    {
      title: 'Made public',
      lines: entries.released.map((entry) =>
        newsLine(releasedText(entry, names), {
          to: { query: { entry: entry.id } },
          isUnsupported: false,
        }),
      ),
    },
    {
      title: 'The negotiation',
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
      title: 'Drafts',
      lines: drafts.map((draft) =>
        newsLine(draftText(draft), {
          to: { view: 'drafts', query: { draft: draft.draft } },
          isUnsupported: isFallen(`draft ${draft.draft}`),
        }),
      ),
    },
    {
      title: 'Meetings',
      lines: meetings.map(({ meeting, title, before, after }) =>
        newsLine(meetingText(title, before, after), {
          to: { view: 'meetings' },
          isUnsupported: isFallen(`meeting ${meeting}`),
        }),
      ),
    },
    {
      title: 'Contested points',
      lines: issues.map(({ issue, changes: moves, after }) =>
        newsLine(
          `The point “${names.issue(issue)}” was ${moves.map(moveText).join(' and ')}${after === null ? '' : `: ${after.proposition}`}`,
          {
            to: { view: 'timeline', query: { issue } },
            isUnsupported: isFallen(`issue ${issue}`),
          },
        ),
      ),
    },
    {
      title: 'Parties',
      lines: parties.map(({ party, after }) =>
        newsLine(
          `${names.party(party)} is ${after === null ? 'no longer listed' : plainWords(after)}`,
          {
            to: { view: 'timeline', query: { party } },
            isUnsupported: isFallen(`party ${party}`),
          },
        ),
      ),
    },
    {
      title: 'Sources',
      lines: sources.map(({ source, after }) =>
        newsLine(
          `The source “${names.source(source)}” is ${after === null ? 'gone' : plainWords(after)}, and what rests on it is marked`,
          { to: { view: 'timeline', query: { source } }, isUnsupported: false },
        ),
      ),
    },
    {
      title: 'Put right in the ledger',
      lines: entries.corrected.map(({ change, id, type, entry }) =>
        newsLine(`Entry ${entry + 1} (${typeTitle(type).toLowerCase()}) was ${change}`, {
          to: { view: 'timeline', query: { entry: id } },
          isUnsupported: false,
        }),
      ),
    },
  ]
  const told = others.filter(({ lines }) => lines.length > 0)
  return [
    ...moveSections(stances, telling),
    ...told.map((section) => ({ ...section, isMoves: false })),
  ]
}

/** An entry that could not be read before by everybody: what it says, and where it stands. */
function releasedText({ entry, type, headline }: ReleasedEntry, names: Names): string {
  if (headline === null) return `${typeTitle(type)}, as entry ${entry + 1} says`
  const line = headlineText(headline as Headline, names)
  return `${line.replace(/[.]$/, '')} (entry ${entry + 1})`
}

function negotiationText({ before, after }: NonNullable<ChangesReply['negotiation']>): string {
  const from = before === null ? '' : `, having been ${plainWords(before)}`
  return `Talks are ${plainWords(after ?? 'gone')}${from}`
}

function moveText(move: string): string {
  return plainWords(move.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
}

function draftText({ title, newRevisions, before, after }: ChangesReply['drafts'][number]): string {
  const name = `The draft “${title}”`
  if (after === null) return `${name} is no longer on record`
  const told = [
    before === null ? 'is new' : '',
    newRevisions.length > 0 ? `has ${plural(newRevisions.length, 'new revision')}` : '',
    before?.status !== after.status ? `is ${plainWords(after.status)}` : '',
  ].filter(Boolean)
  return `${name} ${told.length === 0 ? 'has another current revision' : listText(told)}`
}

function meetingText(title: string, before: MeetingThen | null, after: MeetingThen | null): string {
  if (after === null) return `The meeting “${title}” is no longer on record`
  const when = after.tookPlace ?? after.scheduled
  const where = [when === null ? '' : uncertainText({ text: when }), after.place ?? '']
  const told = where.filter(Boolean).join(', ')
  const was = before === null || before.state === after.state ? '' : `; it was ${before.state}`
  return `The meeting “${title}” is ${after.state}${was}${told === '' ? '' : ` (${told})`}`
}
