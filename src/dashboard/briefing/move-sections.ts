import type { Cause } from '../../../projections/changes/stance-causes.ts'
import type { StanceChange } from '../../../projections/changes/stance-changes.ts'
import type { Names } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { isolated } from '../words/direction.ts'
import { speakerText, typeTitle } from '../words/labels.ts'
import { listText } from '../words/list-text.ts'
import { messages } from '../words/messages.ts'
import { MOVE_GROUPS, moveGroup } from './move-group.ts'
import { moveSentence } from './move-sentence.ts'
import { type Ground, type NewsLine, type NewsSection, newsLine } from './news-line.ts'

/** The most characters of a quote that are told. */
const LONGEST = 200

/** All that is needed to tell of moves beside the moves themselves. */
export interface Telling {
  readonly names: Names
  /** The language of a source, where it is known. */
  languageOf(source: string): string | undefined
  /** The words of a statement, where they are at hand. */
  wordsOf(statement: string): string | undefined
}

/**
 * Moves in their groups, groups without any left out. What several parties did on one subject by the
 * same words, as in a joint statement, is one line. Issues come before clauses and
 * wordings of drafts, and the latest recorded first.
 */
export function moveSections(changes: readonly StanceChange[], telling: Telling): NewsSection[] {
  const told = new Map<string, AlikeChanges>()
  for (const change of changes) {
    const key = alikeKey(change)
    const alike = told.get(key)
    if (alike === undefined) told.set(key, [change])
    else alike.push(change)
  }
  const lines = [...told.values()].map((alike) => ({
    group: moveGroup(alike[0]),
    isOnIssue: alike[0].subject.kind === 'issue',
    line: keptLine(alike, telling),
  }))
  return MOVE_GROUPS.flatMap((group): NewsSection[] => {
    const own = lines.filter((each) => each.group === group)
    if (own.length === 0) return []
    const title = messages.briefing.moves[group]
    return [{ group, title, isMoves: true, lines: own.sort(issuesFirst).map(({ line }) => line) }]
  })
}

/** Changes of several parties that are told in one line. */
type AlikeChanges = [StanceChange, ...StanceChange[]]

const keys = new WeakMap<StanceChange, string>()

/** Tells which changes are alike: the sentence without its party, and the causes. */
function alikeKey(change: StanceChange): string {
  const kept = keys.get(change)
  if (kept !== undefined) return kept
  const { subject, causes } = change
  const sentence = moveSentence(change, '', `${subject.kind} ${subject.id}`)
  const key = JSON.stringify([moveGroup(change), sentence, causes.map(({ id }) => id)])
  keys.set(change, key)
  return key
}

interface KeptLine extends Pick<Telling, 'names' | 'languageOf'> {
  readonly alike: AlikeChanges
  readonly line: NewsLine
}

const lines = new WeakMap<StanceChange, KeptLine>()

/** The line of changes that are alike: a step of the slider leaves most changes, and so their lines. */
function keptLine(alike: AlikeChanges, telling: Telling): NewsLine {
  const { names, languageOf } = telling
  const kept = lines.get(alike[0])
  const isSame =
    kept?.names === names &&
    kept.languageOf === languageOf &&
    kept.alike.length === alike.length &&
    kept.alike.every((change, place) => change === alike[place])
  if (isSame) return kept.line
  const line = lineOf(alike, telling)
  lines.set(alike[0], { names, languageOf, alike, line })
  return line
}

/** A line and what it is sorted by. */
interface SortedLine {
  readonly isOnIssue: boolean
  readonly line: NewsLine
}

function issuesFirst(a: SortedLine, b: SortedLine): number {
  return (
    Number(b.isOnIssue) - Number(a.isOnIssue) ||
    (b.line.ground?.recordedAt ?? '').localeCompare(a.line.ground?.recordedAt ?? '')
  )
}

function lineOf(alike: AlikeChanges, telling: Telling): NewsLine {
  const [{ party, subject, before, after, moves, causes }] = alike
  const who = listText(alike.map((each) => telling.names.party(each.party)))
  const from = moves.find(({ part }) => part === 'stance')?.before ?? before.stance
  const [latest] = causes.toSorted((a, b) => b.revision - a.revision)
  const line = {
    to: { view: 'stances', query: { cell: `${party}:${subject.kind}:${subject.id}` } },
    isUnsupported: after.support === 'unsupported',
    stances: [from as typeof before.stance, after.stance],
  } as const
  const text = moveSentence(alike[0], who, telling.names.subject(subject))
  if (latest === undefined) return newsLine(text, line)
  return newsLine(text, { ...line, ground: groundOf(latest, causes.length - 1, telling) })
}

function groundOf(cause: Cause, others: number, { names, languageOf, wordsOf }: Telling): Ground {
  const { evidence, speaker, onBehalfOf, statement, outlets, occurred, recordedAt, id } = cause
  const cited = evidence.find(({ quote }) => quote !== undefined) ?? evidence[0]
  const said = cited?.quote?.exact ?? (statement === null ? undefined : wordsOf(statement))
  const characters = [...(said ?? '').replace(/\s+/gu, ' ').trim()]
  return {
    speaker:
      speaker === null && cause.type !== 'statement.recorded'
        ? typeTitle(cause.type)
        : speakerText(speaker, onBehalfOf, names),
    outlets: outlets.map(isolated).join(', '),
    words:
      characters.length > LONGEST
        ? `${characters.slice(0, LONGEST - 1).join('')}…`
        : characters.join(''),
    lang: cited && languageOf(cited.source),
    occurred: uncertainText(occurred),
    ...{ recordedAt, others, entry: id },
  }
}

/** The publishers that carried words, or that none is given. */
export function carriedText(outlets: string): string {
  return outlets === '' ? messages.briefing.noSource : messages.briefing.inOutlets(outlets)
}

/** The words of a ground in one line: who, in what, when it was said, and when we knew. */
export function groundText(ground: Ground, recorded: (instant: string) => string): string {
  const { briefing, terms } = messages
  const { speaker, outlets, words, occurred, recordedAt, others } = ground
  const said = words === '' ? '' : `: ${terms.quoted(words)}`
  const more = others === 0 ? '' : `, ${briefing.otherEntries(others)}`
  const when = briefing.saidRecorded(occurred, recorded(recordedAt))
  return `${speaker}, ${carriedText(outlets)}${said}; ${when}${more}`
}
