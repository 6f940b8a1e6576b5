import { useEffect, useRef, useState } from 'preact/hooks'
import { route } from '../state/route.ts'
import { commandOf } from './command.ts'
import { discard, type Sheet, write } from './desk.ts'
import { FaultList } from './fault-list.tsx'
import { NO_FAULTS, remaining } from './faults.ts'
import { Hint } from './fields/hint.tsx'
import { MemberFields } from './fields/member-fields.tsx'
import { Form } from './form-context.ts'
import { type Known, suggestions, useKnown } from './known.ts'
import { Preview } from './preview.tsx'
import type { Schema, Schemas } from './schema.ts'
import { type Answer, type Refusal, send } from './send.ts'
import type { Members } from './values.ts'

/** The recorder's own event id: for programs. */
const WITHOUT = new Set(['id'])

interface Props {
  readonly open: Sheet
  readonly schema: Schema
  readonly schemas: Schemas
  readonly onDone: (answer: Answer) => void
}

/** The form for one entry: filled in, judged by the service, shown, and only then recorded. */
export function SheetForm({ open, schema, schemas, onDone }: Props) {
  const { type, value } = open
  const known = useKnown()
  const [judged, setJudged] = useState<Answer>()
  const [refusal, setRefusal] = useState<Refusal>()
  const form = useRef<HTMLFormElement>(null)
  const errors = refusal?.errors ?? NO_FAULTS
  const made = suggestions(type, value, known)
  const command = commandOf(type, value, made)
  useEffect(() => {
    if (refusal?.isNew !== true) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .faults')
    first?.focus()
  }, [refusal])
  const change = (next: Members) => {
    setJudged(undefined)
    const left = remaining(errors, value, next)
    setRefusal(refusal && left.size > 0 ? { ...refusal, errors: left, isNew: false } : undefined)
    write(next.evidence === value.evidence ? next : dated(next, known))
  }
  const post = async (dryRun: boolean) => {
    const outcome = await send(route.value.negotiation ?? '', command, open.key, dryRun)
    if ('errors' in outcome) {
      setRefusal(outcome)
      // What was judged stays in sight where the service only could not be asked.
      if (outcome.errors.size > 0) setJudged(undefined)
      return
    }
    setRefusal(undefined)
    if (dryRun) setJudged(outcome)
    else onDone(outcome)
  }
  const faults = refusal && <FaultList refusal={refusal} />
  return (
    <form
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        void post(true)
      }}
    >
      <Hint text={schema.description} />
      <Form.Provider value={{ type, schemas, known, errors, suggestions: made }}>
        <MemberFields
          schema={schema}
          pointer=""
          value={value}
          without={WITHOUT}
          onChange={change}
        />
      </Form.Provider>
      {judged === undefined && faults}
      <p class="form-actions">
        <button type="submit">Check</button>
        <button type="button" class="quiet" onClick={discard}>
          Discard
        </button>
      </p>
      {judged !== undefined && (
        <Preview command={command} answer={judged} onRecord={() => void post(false)}>
          {faults}
        </Preview>
      )}
    </form>
  )
}

/** An entry without a date has that of the first report that it cites. */
function dated(value: Members, known: Known): Members {
  const [first] = (value.evidence ?? []) as readonly { readonly source?: string }[]
  const source = known.source.find(({ id }) => id === first?.source)
  if (value.occurred !== '' || source?.published === undefined) return value
  return { ...value, occurred: source.published }
}
