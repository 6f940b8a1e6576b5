import { useCallback } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { byId } from '../data/by-id.ts'
import { useReading } from './use-reading.ts'

/** The language of a source, as a BCP 47 tag, as far as it is known. */
export function useSourceLanguage(at?: AsOf): (source: string) => string | undefined {
  const sources = useReading('sources', {}, at)?.sources
  return useCallback((id) => sources && byId(sources, 'source').get(id)?.language, [sources])
}

/** The language of the texts of a draft, where anybody said. */
export function useDraftLanguage(draft: string): string | undefined {
  const drafts = useReading('drafts', {})?.drafts ?? []
  return drafts.find((one) => one.draft === draft)?.language ?? undefined
}
