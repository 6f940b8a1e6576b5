import { useContext } from 'preact/hooks'
import { go } from '../../state/route.ts'
import { useEntry } from '../../state/use-entry.ts'
import { useNames } from '../../state/use-names.ts'
import { useReading } from '../../state/use-reading.ts'
import { eventLine } from '../../words/event-line.ts'
import { messages } from '../../words/messages.ts'
import { headlineText } from '../../words/sentences.ts'
import { Form } from '../form-context.ts'
import { ChoiceField } from './choice-field.tsx'
import type { FieldProps } from './field.ts'

/** The most entries that are offered. */
const OFFERED = 1000

interface Option {
  readonly id: string
  readonly name: string
}

/** An entry of the ledger, by what it says; one that does not count can be given, not chosen. */
export function EntryField(props: FieldProps) {
  return props.value === '' ? (
    <Entries {...props} given={[]} />
  ) : (
    <GivenEntry {...props} id={String(props.value)} />
  )
}

function GivenEntry({ id, ...props }: FieldProps & { readonly id: string }) {
  const names = useNames()
  const entry = useEntry(id)?.event
  const name = entry === undefined ? id : optionText(entry.revision, eventLine(entry, names))
  return <Entries {...props} given={[{ id, name }]} />
}

function Entries({ given, ...props }: FieldProps & { readonly given: readonly Option[] }) {
  const { type } = useContext(Form)
  const names = useNames()
  const items = useReading('timeline', { limit: OFFERED, order: 'latest_first' })?.items ?? []
  const options = items
    .filter(({ kind, fact }) => kind === 'fact' && fact.id !== given[0]?.id)
    .map((item) => ({
      id: item.fact.id,
      name: optionText(item.fact.entry, headlineText(item, names)),
    }))
  // A correction starts from what the entry says now.
  const choose = (id: unknown) =>
    type === 'entry.corrected' && id !== ''
      ? go({ query: { correct: String(id) } }, 'replace')
      : props.onChange(id)
  return <ChoiceField {...props} schema={{}} options={[...given, ...options]} onChange={choose} />
}

function optionText(revision: number, line: string): string {
  return `${messages.terms.entryTitle(revision)}: ${line}`
}
