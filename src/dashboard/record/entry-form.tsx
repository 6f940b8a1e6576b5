import { useEffect, useMemo, useState } from 'preact/hooks'
import { EntryLink } from '../parts/entry-link.tsx'
import { route } from '../state/route.ts'
import { typeTitle } from '../words/labels.ts'
import { begin, clear, sheet, write } from './desk.ts'
import { MemberFields } from './fields/object-field.tsx'
import { Form } from './form-context.ts'
import { introducedBy, useKnown } from './known.ts'
import { Preview } from './preview.tsx'
import { commandTypes, type Schemas } from './schema.ts'
import { type Answer, type Outcome, send } from './send.ts'
import { filled, idFor, initial, type Members } from './values.ts'

const NONE: ReadonlyMap<string, readonly string[]> = new Map()
/** The recorder's own event id: for programs. */
const WITHOUT = new Set(['id'])

/** The form for one entry: filled in, judged by the service, shown, and only then recorded. */
export function EntryForm({ schemas }: { schemas: Schemas }) {
  const types = useMemo(() => commandTypes(schemas), [schemas])
  const known = useKnown()
  const [outcome, setOutcome] = useState<Outcome>()
  const [recorded, setRecorded] = useState<Answer>()
  const open = sheet.value
  const key = open?.key
  useEffect(() => {
    setOutcome(undefined)
    if (key !== undefined) setRecorded(undefined)
  }, [key])
  const schema = open && types.get(open.type)
  const suggestion = open === undefined ? '' : suggested(open.type, open.value, known)
  const command = open && completed(open.type, open.value, suggestion)
  const change = (value: Members) => {
    setOutcome(undefined)
    if (open !== undefined) write(open.type, value)
  }
  const choose = (type: string) => {
    const of = types.get(type)
    if (of === undefined) clear()
    else begin(type, { ...(initial(of, schemas) as Members), ...kept(open?.value) })
  }
  const post = async (dryRun: boolean) => {
    if (open === undefined) return
    const result = await send(route.value.negotiation ?? '', command, open.key, dryRun)
    if (dryRun || !('answer' in result)) return setOutcome(result)
    setRecorded(result.answer)
    clear()
  }
  const errors = outcome && 'errors' in outcome ? outcome.errors : NONE
  return (
    <section class="entry-form" aria-labelledby="entry-form-title">
      <h3 id="entry-form-title">The entry</h3>
      <div class="field">
        <label for="entry-type">What happened</label>
        <select
          id="entry-type"
          value={open?.type ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">Choose</option>
          {[...types.keys()].map((type) => (
            <option key={type} value={type}>
              {typeTitle(type)}
            </option>
          ))}
        </select>
      </div>
      {recorded?.events.map(({ id, revision }) => (
        <p key={id} class="notice" role="status">
          Recorded as <EntryLink id={id}>entry {revision + 1}</EntryLink>.
        </p>
      ))}
      {open !== undefined && schema !== undefined && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void post(true)
          }}
        >
          <Form.Provider value={{ type: open.type, schemas, known, errors, suggestion }}>
            <MemberFields
              schema={schema}
              pointer=""
              value={open.value}
              without={WITHOUT}
              onChange={change}
            />
          </Form.Provider>
          {outcome !== undefined && 'message' in outcome && (
            <p class="notice alarm" role="alert">
              {outcome.message}. {errors.size > 0 && 'The fields above say what to change.'}
              {[...(errors.get('') ?? [])].join(' ')}
            </p>
          )}
          <p class="form-actions">
            <button type="submit">Check</button>
            <button type="button" class="quiet" onClick={() => choose('')}>
              Discard
            </button>
          </p>
          {outcome !== undefined && 'answer' in outcome && (
            <Preview
              command={command as Members}
              answer={outcome.answer}
              onRecord={() => void post(false)}
            />
          )}
        </form>
      )}
    </section>
  )
}

/** What is filled in, with the id that is made where none is given. */
function completed(type: string, value: Members, suggestion: string): unknown {
  const member = introducedBy(type)?.member
  const given = { type, ...(filled(value) as Members) }
  return member === undefined || member in given ? given : { ...given, [member]: suggestion }
}

function suggested(type: string, value: Members, known: ReturnType<typeof useKnown>): string {
  const introduced = introducedBy(type)
  if (introduced === undefined) return ''
  const words = introduced.from.map((member) => value[member]).find(Boolean) ?? introduced.member
  const kind = introduced.member as keyof typeof known
  const short = String(words).split(/\s+/).slice(0, 6).join(' ')
  return idFor(short, new Set(known[kind].map(({ id }) => id)))
}

/** When another type is chosen, the date and the evidence stay. */
function kept(value: Members | undefined): Members {
  const { occurred, evidence } = value ?? {}
  return {
    ...(occurred === undefined ? {} : { occurred }),
    ...(evidence === undefined ? {} : { evidence }),
  }
}
