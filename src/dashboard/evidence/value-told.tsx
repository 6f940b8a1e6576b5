import type { UncertainDate } from '../../../events/envelope.ts'
import type { Position, Subject } from '../../../events/position.ts'
import type { MentionKind } from '../../../projections/timeline/mentions.ts'
import { useNames } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { kindText, memberLabel, plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { kindNamed } from '../words/named.ts'
import { quantityText } from '../words/quantity.ts'

type Quantity = NonNullable<Position['quantity']>

/** A value of a body, whatever it is: lists as lists, members with their names, ids with theirs. */
export function ValueTold({ name, value }: { name: string; value: unknown }) {
  if (Array.isArray(value)) return <ListTold name={name} items={value} />
  if (typeof value !== 'object' || value === null) return <WordTold name={name} value={value} />
  if (has<UncertainDate>(value, 'text', 'from', 'until')) return <>{uncertainText(value)}</>
  if (has<Quantity>(value, 'value', 'unit', 'comparator')) return <>{quantityText(value)}</>
  if (has<Subject>(value, 'kind', 'id')) return <ThingTold kind={value.kind} id={value.id} />
  return <MemberList body={value} />
}

/** Members with their values. */
export function MemberList({ body }: { body: object }) {
  return (
    <dl class="facts">
      {Object.entries(body).map(([member, one]) => [
        <dt key={member}>{memberLabel(member)}</dt>,
        <dd key={`${member} value`} dir="auto">
          <ValueTold name={member} value={one} />
        </dd>,
      ])}
    </dl>
  )
}

function ListTold({ name, items }: { name: string; items: readonly unknown[] }) {
  if (items.length === 0) return <>{messages.evidence.none}</>
  return (
    <ul class="plain">
      {items.map((item) => (
        <li key={JSON.stringify(item)}>
          <ValueTold name={name} value={item} />
        </li>
      ))}
    </ul>
  )
}

function WordTold({ name, value }: { name: string; value: unknown }) {
  if (typeof value === 'boolean') return <>{plainWords(value ? 'yes' : 'no')}</>
  const text = String(value)
  const kind = kindNamed(name)
  if (kind !== undefined) return <ThingTold kind={kind} id={text} />
  return <>{codeText(name, text)}</>
}

/** Members whose values are codes of an enumeration. */
const CODED: ReadonlySet<string> = new Set([
  ...['outcome', 'role', 'amendment', 'rendering', 'wording', 'level', 'manner', 'status'],
  ...['certainty', 'reason', 'stance', 'commitment', 'redLine', 'comparator', 'fit', 'op'],
])

/** A code in words; any other text as it is. */
function codeText(name: string, text: string): string {
  if (name === 'held') return messages.terms.held[text as keyof typeof messages.terms.held] ?? text
  if (name === 'kind') return kindText(text)
  return CODED.has(name) ? plainWords(text) : text
}

/** The name of a thing, beside its id. */
function ThingTold({ kind, id }: { kind: string; id: string }) {
  const names = useNames()
  const name = names.bare(kind as MentionKind, id)
  return (
    <>
      {name} {name !== id && <span class="faint">({id})</span>}
    </>
  )
}

function has<T extends object>(value: object, ...members: (keyof T & string)[]): value is T {
  return members.every((member) => member in value)
}
