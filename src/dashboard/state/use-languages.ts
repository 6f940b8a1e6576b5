import { useRef } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { byId } from '../data/by-id.ts'
import { differing } from '../data/differing.ts'
import type { ReplyOf } from '../data/readings.ts'
import { useReading } from './use-reading.ts'

type Sources = ReplyOf<'sources'>['sources']

/** Sources, and what finds the language of one of them. */
interface Spoken {
  sources: Sources
  readonly languageOf: (source: string) => string | undefined
}

/**
 * The language of a source, as a BCP 47 tag, as far as it is known: the same function for as long as no
 * source is known to be in another language.
 */
export function useSourceLanguage(at?: AsOf): (source: string) => string | undefined {
  const sources = useReading('sources', {}, at)?.sources ?? NONE
  const kept = useRef<Spoken>(undefined)
  if (kept.current === undefined || !isSpokenAlike(kept.current.sources, sources)) {
    const spoken: Spoken = { sources, languageOf: (id) => languageIn(spoken.sources, id) }
    kept.current = spoken
  }
  kept.current.sources = sources
  return kept.current.languageOf
}

const NONE: Sources = []

function languageIn(sources: Sources, id: string): string | undefined {
  return byId(sources, 'source').get(id)?.language
}

/** True where no source that both lists have is in another language in one of them. */
function isSpokenAlike(before: Sources, after: Sources): boolean {
  return differing(before, after).every(({ source }) => {
    const [was, is] = [before, after].map((list) => byId(list, 'source').get(source))
    return was === undefined || is === undefined || was.language === is.language
  })
}

/** The language of the texts of a draft, where anybody said. */
export function useDraftLanguage(draft: string): string | undefined {
  const drafts = useReading('drafts', {})?.drafts ?? []
  return drafts.find((one) => one.draft === draft)?.language ?? undefined
}
