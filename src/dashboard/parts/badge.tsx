import type { ComponentChildren } from 'preact'
import type { Support } from '../../../projections/evidence/evidence.ts'
import type { SourceStatus } from '../../../projections/evidence/source-standing.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'

type Tone = 'quiet' | 'alarm' | 'doubt' | 'good'

export function Badge({ tone = 'quiet', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>
}

interface LevelBadgeProps {
  /** Undefined for `public`. */
  readonly level: string | undefined
  /** True if the entry was made public since. */
  readonly isReleased: boolean
}

/** Shown on an entry that is above `public`, or was. */
export function LevelBadge({ level, isReleased }: LevelBadgeProps) {
  if (level === undefined) return null
  return isReleased ? (
    <Badge>{messages.parts.madePublic}</Badge>
  ) : (
    <Badge tone="doubt">{level}</Badge>
  )
}

/** Shown wherever what a fact rests on does not stand, or is not given. */
export function SupportBadge({ support }: { support: Support | null }) {
  if (support === 'unsupported') return <Badge tone="alarm">{messages.parts.unsupported}</Badge>
  return support === 'uncited' ? <Badge>{messages.parts.noSource}</Badge> : null
}

const SOURCE_TONES: { readonly [S in SourceStatus]?: Tone } = {
  killed: 'alarm',
  held: 'doubt',
  corrected: 'doubt',
  not_recorded: 'alarm',
}

/** Shown on a source that does not simply stand. */
export function SourceBadge({ status }: { status: SourceStatus }) {
  if (status === 'stands') return null
  return (
    <Badge tone={SOURCE_TONES[status] ?? 'quiet'}>
      {messages.parts.sourceIs(plainWords(status))}
    </Badge>
  )
}
