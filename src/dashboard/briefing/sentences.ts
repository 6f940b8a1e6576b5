import type { ChangesReply, MeetingThen } from '../../../projections/changes/changes-reply.ts'
import type { StanceChange } from '../../../projections/changes/stance-changes.ts'
import type { Change } from '../state/route.ts'
import type { Names } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { plain, plural, STANCE_WORDS, typeTitle } from '../words/labels.ts'

/** One sentence, and where the reader finds more. */
export interface Sentence {
  readonly text: string
  readonly to: Change
}

export interface Section {
  readonly title: string
  readonly sentences: readonly Sentence[]
}

/** What changed, in sentences under headings; headings under which nothing changed are left out. */
export function sectionsOf(changes: ChangesReply, names: Names): Section[] {
  const { negotiation, stances, issues, drafts, meetings, parties, sources, entries } = changes
  const all: Section[] = [
    {
      title: 'The negotiation',
      sentences: negotiation === null ? [] : [negotiationText(negotiation)],
    },
    { title: 'Stances', sentences: stances.map((change) => stanceText(change, names)) },
    {
      title: 'Contested points',
      sentences: issues.map(({ issue, changes: moves, after }) => ({
        text: `${names.issue(issue)} was ${moves.map(moveText).join(' and ')}${after === null ? '' : `: ${after.proposition}`}`,
        to: { view: 'timeline', query: { issue } },
      })),
    },
    {
      title: 'Drafts',
      sentences: drafts.map(({ draft, title, newRevisions, before, after }) => ({
        text: [
          `${title}: ${before === null ? 'new' : 'changed'}`,
          newRevisions.length > 0 ? plural(newRevisions.length, 'new revision') : '',
          before?.status !== after?.status && after !== null ? `now ${plain(after.status)}` : '',
        ]
          .filter(Boolean)
          .join(', '),
        to: { view: 'drafts', query: { draft } },
      })),
    },
    {
      title: 'Meetings',
      sentences: meetings.map(({ title, before, after }) => ({
        text: `${title}: ${meetingText(before, after)}`,
        to: { view: 'meetings' },
      })),
    },
    {
      title: 'Parties',
      sentences: parties.map(({ party, name, after }) => ({
        text: `${name}: ${after === null ? 'no longer listed' : plain(after)}`,
        to: { view: 'timeline', query: { party } },
      })),
    },
    {
      title: 'Sources',
      sentences: sources.map(({ source, after }) => ({
        text: `${names.source(source)}: ${after === null ? 'gone' : plain(after)}; what rests on it is marked`,
        to: { view: 'timeline', query: { source } },
      })),
    },
    {
      title: 'Put right in the ledger',
      sentences: entries.corrected.map(({ change, id, type, entry }) => ({
        text: `Entry ${entry + 1} (${typeTitle(type).toLowerCase()}) was ${change}`,
        to: { view: 'timeline', query: { entry: id } },
      })),
    },
  ]
  return all.filter(({ sentences }) => sentences.length > 0)
}

function negotiationText({ before, after }: NonNullable<ChangesReply['negotiation']>): Sentence {
  const from = before === null ? '' : `, having been ${plain(before)}`
  return { text: `Talks are ${plain(after ?? 'gone')}${from}`, to: { view: 'timeline' } }
}

function stanceText(
  { party, subject, change, before, after }: StanceChange,
  names: Names,
): Sentence {
  const who = `${names.party(party)} on ${names.subject(subject)}`
  const [was, is] = [STANCE_WORDS[before.stance], STANCE_WORDS[after.stance]].map((word) =>
    word.toLowerCase(),
  )
  const told = {
    moved: `moved from ${was} to ${is} (${after.basis})`,
    firstRecorded: `${is}; first recorded, ${after.basis}`,
    noLongerRecorded: `no longer has a position on record; it was ${was}`,
    basisChanged: `still ${is}, now ${after.basis} instead of ${before.basis}`,
    firmnessChanged: `still ${is}, ${firmness(before)} before, now ${firmness(after)}`,
  }[change]
  const cell = `${party}:${subject.kind}:${subject.id}`
  return { text: `${who}: ${told}`, to: { view: 'stances', query: { cell } } }
}

function firmness({ commitment, redLine }: StanceChange['after']): string {
  return `${plain(commitment ?? 'unspecified')}${redLine === 'yes' ? ' and a red line' : ''}`
}

function moveText(move: string): string {
  return move.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function meetingText(before: MeetingThen | null, after: MeetingThen | null): string {
  if (after === null) return 'no longer on record'
  const when = after.tookPlace ?? after.scheduled
  const date = when === null ? '' : `, ${uncertainText({ text: when })}`
  const place = after.place === null ? '' : `, ${after.place}`
  const was = before === null ? '' : ` (was ${before.state})`
  return `${after.state}${was}${date}${place}`
}
