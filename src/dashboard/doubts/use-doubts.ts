import type { WarningReply } from '../../../projections/warnings/warning.ts'
import { warnings as KINDS } from '../../../projections/warnings/warning-codes.ts'
import { rested } from '../state/moment.ts'
import type { RouteChange } from '../state/route.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'

/** One doubt: an entry with what is said of it, or something that is missing. */
export type LedgerDoubt =
  | { readonly kind: 'entry'; readonly id: string; readonly warning?: WarningReply }
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
      title: 'Rests on no source that stands',
      meaning:
        'An outlet killed or holds back the report on which it rests. It still counts, marked.',
      remedy:
        'Look for another report of it, and correct the entry so that it names that one; or void the entry if it proved false.',
      doubts: fallen.map(({ id }) => ({ kind: 'entry', id })),
    },
    ...codes.map((code) => ({
      ...KINDS[code],
      doubts: warned
        .filter((one) => one.code === code)
        .map((warning) => ({ kind: 'entry', id: warning.id, warning }) as const),
    })),
    {
      title: 'Drafts of which there is no text',
      meaning: 'Somebody reported the draft, and nobody here has its words.',
      remedy:
        'Record a revision with its text when it can be had, and say which report it attests.',
      doubts: drafts
        .filter(({ latestAttested }) => latestAttested === null)
        .map(({ draft, title }) => ({
          kind: 'missing',
          title,
          to: { view: 'drafts', query: { draft } },
        })),
    },
    {
      title: 'Sources that nobody here has read',
      meaning: 'They are cited, or carried what is cited, and the ledger has no text of them.',
      remedy: 'Record the source again with its text, so that quotes can be checked against it.',
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
