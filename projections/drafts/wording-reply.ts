import { hasHappened } from '../time/holding.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf } from '../time/standing-fact.ts'
import { type Wording, wordingIn } from './wording.ts'
import type { RunBound, WordingRun, WordsEnd } from './wording-run.ts'
import type { TextStep } from './wording-steps.ts'

/** Words in brackets at a moment, with their history. */
export interface WordingReply {
  readonly wording: string
  readonly draft: string
  /** `open` while the current text has them, unless their clauses are agreed. */
  readonly state: 'open' | WordsEnd
  /** Present where the revision that made it so may not count yet. */
  readonly possibly?: true
  /** The revision whose words these are: the last that had them. */
  readonly draftRevision: string
  readonly places: Wording['places']
  readonly proposers: readonly string[]
  readonly opponents: readonly string[]
  readonly reserving: readonly string[]
  /** From which revision to which they stood open, the earliest first. */
  readonly history: readonly WordsOpen[]
}

export interface WordsOpen {
  readonly draft: string
  readonly began: RevisionNamed
  readonly ended: (RevisionNamed & { readonly why: WordsEnd }) | null
}

interface RevisionNamed {
  readonly draftRevision: string
  readonly fact: ShownFact
}

/** Finds texts of a draft by a revision that began or ended a run. */
export interface TextsOfBounds {
  /** The text that the revision is. */
  of(bound: RunBound): TextStep['built']
  /** The text that counts before it. */
  before(bound: RunBound): TextStep['built'] | undefined
}

/**
 * Words in brackets as of a moment; undefined where no text had them open by then.
 *
 * @param runs when they stood open, in the order in which they began
 * @param current the current text of each draft
 * @param texts those of the draft in which a run began, and which counts before one that ended it
 */
export function wordingReply(
  wording: string,
  runs: readonly WordingRun[],
  current: readonly TextStep['built'][],
  texts: TextsOfBounds,
  asOf: AsOf,
): WordingReply | undefined {
  const hasBegun = ({ dated }: RunBound) => hasHappened(dated, asOf.validTime) !== 'no'
  const begun = runs.filter(({ began }) => hasBegun(began))
  const latest = begun.at(-1)
  if (latest === undefined) return undefined
  const { draft, began } = latest
  const ended = latest.ended !== undefined && hasBegun(latest.ended.by) ? latest.ended : undefined
  const last = ended?.by ?? began
  const now = current.find(({ opening }) => opening.body.draft === draft)
  const found = now && wordingIn(now.content.clauses.values(), wording)
  // Of words that have gone, the form that stood last: a later text may have reworded them.
  const gone = (ended && texts.before(ended.by)) ?? texts.of(began)
  const text = found === undefined ? gone : (now as TextStep['built'])
  const words = found ?? (wordingIn(gone.content.clauses.values(), wording) as Wording)
  return {
    wording,
    draft,
    state: ended?.why ?? 'open',
    ...(hasHappened(last.dated, asOf.validTime) === 'possibly' ? { possibly: true } : {}),
    draftRevision: text.opening.body.revision,
    places: words.places,
    proposers: words.proposers,
    opponents: words.opponents,
    reserving: words.reserving,
    history: begun.map((run) => ({
      draft: run.draft,
      began: named(run.began),
      ended:
        run.ended !== undefined && hasBegun(run.ended.by)
          ? { ...named(run.ended.by), why: run.ended.why }
          : null,
    })),
  }
}

function named({ dated: { opening } }: RunBound): RevisionNamed {
  return { draftRevision: opening.body.revision, fact: shown(opening) }
}
