import type { ChangesReply, MeetingThen } from '../../../projections/changes/changes-reply.ts'
import type { RouteChange } from '../state/route.ts'
import type { Names } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { plainWords, plural, typeTitle } from '../words/labels.ts'
import type { Grounds } from './grounds.ts'
import { stanceSentence } from './stance-sentence.ts'

/** One sentence, and where the reader finds more. */
export interface Sentence {
  readonly text: string
  readonly to: RouteChange
  /** True if none of the evidence of what it tells stands any more. */
  readonly isUnsupported: boolean
}

export interface BriefingSection {
  readonly title: string
  readonly sentences: readonly Sentence[]
}

/** The changes in sentences under headings; headings without any are left out. */
export function sectionsOf(
  changes: ChangesReply,
  names: Names,
  grounds: Grounds,
): BriefingSection[] {
  const { negotiation, stances, issues, drafts, meetings, parties, sources, entries } = changes
  const all: BriefingSection[] = [
    {
      title: 'The negotiation',
      sentences:
        negotiation === null ? [] : [sentence(negotiationText(negotiation), { view: 'timeline' })],
    },
    {
      title: 'Stances',
      sentences: stances.map((change) => {
        const cell = `${change.party}:${change.subject.kind}:${change.subject.id}`
        const leader = grounds.leaders.get(cell)
        const to: RouteChange = { view: 'stances', query: { cell } }
        return sentence(
          stanceSentence(change, leader, names),
          to,
          leader?.support === 'unsupported',
        )
      }),
    },
    {
      title: 'Contested points',
      sentences: issues.map(({ issue, changes: moves, after }) =>
        sentence(
          `The point “${names.issue(issue)}” was ${moves.map(moveText).join(' and ')}${after === null ? '' : `: ${after.proposition}`}`,
          { view: 'timeline', query: { issue } },
          grounds.unsupported.has(`issue ${issue}`),
        ),
      ),
    },
    {
      title: 'Drafts',
      sentences: drafts.map((draft) =>
        sentence(
          draftText(draft),
          { view: 'drafts', query: { draft: draft.draft } },
          grounds.unsupported.has(`draft ${draft.draft}`),
        ),
      ),
    },
    {
      title: 'Meetings',
      sentences: meetings.map(({ meeting, title, before, after }) =>
        sentence(
          meetingText(title, before, after),
          { view: 'meetings' },
          grounds.unsupported.has(`meeting ${meeting}`),
        ),
      ),
    },
    {
      title: 'Parties',
      sentences: parties.map(({ party, after }) =>
        sentence(
          `${names.party(party)} is ${after === null ? 'no longer listed' : plainWords(after)}`,
          { view: 'timeline', query: { party } },
          grounds.unsupported.has(`party ${party}`),
        ),
      ),
    },
    {
      title: 'Sources',
      sentences: sources.map(({ source, after }) =>
        sentence(
          `The source “${names.source(source)}” is ${after === null ? 'gone' : plainWords(after)}, and what rests on it is marked`,
          { view: 'timeline', query: { source } },
        ),
      ),
    },
    {
      title: 'Put right in the ledger',
      sentences: entries.corrected.map(({ change, id, type, entry }) =>
        sentence(`Entry ${entry + 1} (${typeTitle(type).toLowerCase()}) was ${change}`, {
          view: 'timeline',
          query: { entry: id },
        }),
      ),
    },
  ]
  return all.filter(({ sentences }) => sentences.length > 0)
}

function sentence(text: string, to: RouteChange, isUnsupported = false): Sentence {
  return { text: /[.!?…]$/.test(text) ? text : `${text}.`, to, isUnsupported }
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

/** "a, b and c" */
function listText(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ')
}

function meetingText(title: string, before: MeetingThen | null, after: MeetingThen | null): string {
  if (after === null) return `The meeting “${title}” is no longer on record`
  const when = after.tookPlace ?? after.scheduled
  const where = [when === null ? '' : uncertainText({ text: when }), after.place ?? '']
  const told = where.filter(Boolean).join(', ')
  const was = before === null || before.state === after.state ? '' : `; it was ${before.state}`
  return `The meeting “${title}” is ${after.state}${was}${told === '' ? '' : ` (${told})`}`
}
