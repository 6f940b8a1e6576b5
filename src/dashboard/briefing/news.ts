import { useMemo } from 'preact/hooks'
import { byId } from '../data/by-id.ts'
import { sinceMoment } from '../data/ledger.ts'
import { head, ledger } from '../state/ledger.ts'
import { rested } from '../state/moment.ts'
import type { RouteChange } from '../state/route.ts'
import { shareLink } from '../state/share-link.ts'
import { quietSince, startAsked, useStart } from '../state/start.ts'
import { useSourceLanguage } from '../state/use-languages.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { useFallenThings } from './fallen-things.ts'
import type { NewsSection } from './news-line.ts'
import { newsSections } from './news-sections.ts'

/** The news between two moments: page, Markdown, e-mail and CSV are made from it. */
export interface News {
  readonly title: string
  /** From when to when, and how many entries were recorded. */
  readonly span: string
  readonly sections: readonly NewsSection[]
  /** The whole address of this text, or of what a line leads to, with its moments for good. */
  link(to?: RouteChange): string
}

/** Told where the slider rests; undefined until the ledger has answered. */
export function useNews(): News | undefined {
  const at = rested.value
  const from = useStart()
  const names = useNames(at)
  const languageOf = useSourceLanguage(at)
  const fallen = useFallenThings(at)
  const title = useReading('negotiation', {}, at)?.title ?? ''
  const shown = ledger.value
  const changes = useReading('changes', sinceMoment(from ?? { revision: 0, validTime: 0 }), at)
  const sections = useMemo(() => {
    // Of the few causes without a quote: to read all statements takes a while.
    const wordsOf = (id: string) => {
      if (at === undefined || !shown?.isLocal) return undefined
      const told = shown.read('statements', { groupings: 'false' }, at)
      if (told === undefined || 'then' in told) return undefined
      return byId(told.statements, 'statement').get(id)?.text
    }
    const telling = { names, languageOf, wordsOf }
    return changes && newsSections(changes, telling, fallen)
  }, [changes, names, languageOf, fallen])
  if (at === undefined || from === undefined || changes === undefined) return undefined
  const { recorded, released } = changes.entries
  const begins =
    startAsked.value.kind === 'entry'
      ? String(from.revision)
      : new Date(from.validTime).toISOString()
  // What was told of in place of a quiet span ends with the last entry.
  const ends = instantText(quietSince.value ?? at.validTime)
  return {
    title,
    span: messages.briefing.span({
      from: instantText(from.validTime),
      to: ends,
      entry: messages.shell.entryOf(at.revision, head.value),
      recorded,
      released: released.length,
    }),
    sections: sections ?? [],
    link(to = { query: { from: begins } }) {
      return shareLink(to)
    },
  }
}
