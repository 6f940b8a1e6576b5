import { useEffect, useState } from 'preact/hooks'
import { getJson } from '../data/api.ts'
import { moment } from '../state/moment.ts'
import { route } from '../state/route.ts'
import { uncertainText } from '../words/dates.ts'
import { typeTitle } from '../words/labels.ts'
import type { PaletteItem } from './match-items.ts'

/** So long a reader has stopped typing before the service is asked, in milliseconds. */
const PAUSE = 200
/** The most entries that are asked for. */
const MOST = 8

interface Found {
  readonly items: readonly {
    readonly id: string
    readonly type: string
    readonly occurred: {
      readonly text: string
      readonly from: string | null
      readonly until: string | null
    }
    readonly snippets: readonly { readonly segments: readonly { readonly text: string }[] }[]
  }[]
}

/** Entries of the ledger in whose words what is typed is found, as known at the moment shown. */
export function useFound(typed: string): readonly PaletteItem[] {
  const [found, setFound] = useState<{ typed: string; items: readonly PaletteItem[] }>()
  const revision = moment.value?.revision
  const { negotiation } = route.value
  const text = typed.trim()
  useEffect(() => {
    if (text === '' || negotiation === undefined || revision === undefined) return
    let isWanted = true
    const timer = setTimeout(() => {
      const asked = { q: text, negotiation, revision: String(revision), limit: String(MOST) }
      getJson<Found>(`/v1/search?${new URLSearchParams(asked)}`).then(
        ({ items }) => isWanted && setFound({ typed: text, items: items.map(itemOf) }),
        () => isWanted && setFound({ typed: text, items: [] }),
      )
    }, PAUSE)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [text, negotiation, revision])
  return found?.typed === text ? found.items : []
}

function itemOf({ id, type, occurred, snippets }: Found['items'][number]): PaletteItem {
  const [first] = snippets
  const words = (first?.segments ?? []).map(({ text }) => text).join('')
  const title = typeTitle(type)
  return {
    id: `found ${id}`,
    label: words.replace(/\s+/gu, ' ').trim() || title,
    detail: `${title}, ${uncertainText(occurred)}`,
    to: { query: { entry: id, source: undefined } },
  }
}
