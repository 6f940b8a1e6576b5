import { useState } from 'preact/hooks'
import { Combobox, type OptionGroup } from '../parts/combobox.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { head } from '../state/ledger.ts'
import { overlay } from '../state/overlay.ts'
import { go } from '../state/route.ts'
import { useEntry } from '../state/use-entry.ts'
import { useNames } from '../state/use-names.ts'
import { eventLine } from '../words/event-line.ts'
import { messages } from '../words/messages.ts'
import { matchGroups, type PaletteItem, type RankedGroup } from './match-items.ts'
import { useFound } from './use-found.ts'
import { useItems } from './use-items.ts'

/** The most items of a group that are offered at once. */
const MOST = 6

/** Leads to whatever is typed: by name, by the number of an entry, or by words in the ledger. */
export function Palette() {
  const [typed, setTyped] = useState('')
  const all = useItems()
  const entry = useTypedEntry(typed)
  const found = useFound(typed)
  const views = {
    title: messages.palette.groups.views,
    options: (all.views ?? []).map(({ item }) => item),
  }
  const groups: readonly RankedGroup[] = [
    ...(typed.trim() === '' ? [views] : matchGroups(all, typed, MOST)),
    { title: messages.palette.entries, options: entry },
    { title: messages.palette.inWords, options: found },
  ]
  const offered: OptionGroup[] = groups.filter(({ options }) => options.length > 0)
  const choose = (id: string) => {
    const chosen = groups.flatMap(({ options }) => options).find((option) => option.id === id)
    overlay.value = undefined
    if (chosen !== undefined) go(chosen.to)
  }
  return (
    <Dialog
      label={messages.palette.findAnything}
      class="palette"
      onClose={() => {
        overlay.value = undefined
      }}
    >
      <Combobox
        label={messages.palette.findAnything}
        placeholder={messages.palette.placeholder}
        text={typed}
        groups={offered}
        onText={setTyped}
        onChoose={choose}
        isFixed
      >
        {offered.length === 0 && <p class="faint">{messages.palette.nothing}</p>}
      </Combobox>
    </Dialog>
  )
}

/** The entry whose number is typed: `37`, `#37` or `entry 37`. */
function useTypedEntry(typed: string): PaletteItem[] {
  const [, digits] = /^(?:entry\s*|запис\s*|#)?(\d{1,9})$/iu.exec(typed.trim()) ?? []
  const revision = Number(digits ?? -1)
  const isThere = revision >= 0 && revision <= head.value
  const event = useEntry(isThere ? revision : 0)?.event
  const names = useNames()
  if (!isThere || event?.revision !== revision) return []
  return [
    {
      id: `entry ${event.id}`,
      label: messages.terms.entryTitle(revision),
      detail: eventLine(event, names),
      to: { query: { entry: event.id, source: undefined } },
    },
  ]
}
