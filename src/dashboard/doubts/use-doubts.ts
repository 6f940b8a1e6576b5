import type { WarningReply } from '../../../projections/warnings/warning.ts'
import { rested } from '../state/moment.ts'
import type { RouteChange } from '../state/route.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'

/** One doubt: an entry with what is said of it, or something that is missing. */
export type LedgerDoubt =
  | {
      readonly kind: 'entry'
      readonly id: string
      readonly title?: string
      readonly warning?: WarningReply
    }
  | { readonly kind: 'missing'; readonly title: string; readonly to: RouteChange }

/** Doubts of one kind. */
export interface DoubtKind {
  readonly title: string
  readonly meaning: string
  /** The way to settle it. */
  readonly remedy: string
  readonly doubts: readonly LedgerDoubt[]
}

/** All doubts where the slider rests, by kind: what rests on nothing first, what is missing last. */
export function useDoubts(): DoubtKind[] {
  const at = rested.value
  const names = useNames()
  const fallen = useReading('unsupported', {}, at)?.facts ?? []
  const warned = useReading('warnings', {}, at)?.warnings ?? []
  const sources = useReading('sources', {}, at)?.sources ?? []
  const drafts = useReading('drafts', {}, at)?.drafts ?? []
  const codes = [...new Set(warned.map(({ code }) => code))]
  const kinds: DoubtKind[] = [
    {
      title: messages.doubts.fallen,
      meaning: messages.doubts.fallenMeans,
      remedy: messages.doubts.fallenRemedy,
      doubts: fallen.map(({ id, type, revision }) => ({
        ...{ kind: 'entry', id },
        title: `${typeTitle(type)}, ${messages.terms.entry(revision)}`,
      })),
    },
    ...codes.map((code) => ({
      ...messages.doubts.warnings[code],
      doubts: warned
        .filter((one) => one.code === code)
        .map((warning) => ({ kind: 'entry', id: warning.id, warning }) as const),
    })),
    {
      title: messages.doubts.noText,
      meaning: messages.doubts.noTextMeans,
      remedy: messages.doubts.noTextRemedy,
      doubts: drafts
        .filter(({ latestAttested }) => latestAttested === null)
        .map(({ draft, title }) => ({
          kind: 'missing',
          title,
          to: { view: 'drafts', query: { draft } },
        })),
    },
    {
      title: messages.doubts.unread,
      meaning: messages.doubts.unreadMeans,
      remedy: messages.doubts.unreadRemedy,
      doubts: sources
        .filter(({ held }) => held === 'unseen')
        .map(({ source }) => ({
          kind: 'missing',
          title: names.source(source),
          to: { query: { source } },
        })),
    },
  ]
  return kinds.filter(({ doubts }) => doubts.length > 0)
}
