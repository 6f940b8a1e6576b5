import { useEffect, useRef, useState } from 'preact/hooks'
import { restedRoute } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import { commandOf } from './command.ts'
import { discard, type RecordSheet, writeSheet } from './desk.ts'
import { FaultList } from './fault-list.tsx'
import { NO_FAULTS, remaining } from './faults.ts'
import { Hint } from './fields/hint.tsx'
import { MemberFields } from './fields/member-fields.tsx'
import { Form } from './form-context.ts'
import { type KnownThings, suggestions, useKnown } from './known.ts'
import { MatchTold } from './match-told.tsx'
import { type Matched, matchWhole, type WholeText } from './match-whole.ts'
import { missingIn } from './missing.ts'
import { Preview } from './preview.tsx'
import type { FormSchema, Schemas } from './schema.ts'
import { type SendOutcome, type ShownRefusal, send } from './send.ts'
import type { Members } from './values.ts'
import { WholeTextField } from './whole-text-field.tsx'

/** The recorder's own event id: for programs. */
const WITHOUT = new Set(['id'])
/** The members that are made from a whole text as well. */
const WITHOUT_OPERATIONS = new Set([...WITHOUT, 'operations', 'complete', 'digest'])

interface Props {
  readonly open: RecordSheet
  readonly schema: FormSchema
  readonly schemas: Schemas
  readonly onDone: (answer: SendOutcome, command: Members) => void
}

/** The form for one entry: filled in, judged by the service, shown, and only then recorded. */
export function SheetForm({ open, schema, schemas, onDone }: Props) {
  const { type, value } = open
  const known = useKnown()
  const [judged, setJudged] = useState<SendOutcome>()
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const form = useRef<HTMLFormElement>(null)
  const errors = refusal?.errors ?? NO_FAULTS
  const made = suggestions(type, value, known)
  const command = commandOf(type, value, made)
  useEffect(() => {
    if (refusal?.isNew !== true) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .faults')
    first?.focus()
  }, [refusal])
  const [whole, setWhole] = useState<WholeText>()
  const [matched, setMatched] = useState<Matched>()
  const [progress, setProgress] = useState<string>()
  const takeWhole = (next: WholeText | undefined) => {
    setWhole(next)
    setMatched(undefined)
    setJudged(undefined)
  }
  const change = (next: Members) => {
    setJudged(undefined)
    const left = remaining(errors, value, next)
    setRefusal(refusal && left.size > 0 ? { ...refusal, errors: left, isNew: false } : undefined)
    writeSheet(next.evidence === value.evidence ? next : dated(next, known))
  }
  const negotiation = restedRoute.value.negotiation ?? ''
  const match = async (text: WholeText) => {
    const answer = await matchWhole(negotiation, command, text, setProgress)
    setProgress(undefined)
    if ('commands' in answer) setMatched(answer)
    return answer
  }
  const post = async (dryRun: boolean, text = whole) => {
    const others = text === undefined ? WITHOUT : WITHOUT_OPERATIONS
    const missing = missingIn(schema, schemas, command, others)
    if (missing.size > 0) {
      setRefusal({ message: '', errors: missing, isNew: true })
      setJudged(undefined)
      return
    }
    const found = text === undefined ? undefined : dryRun ? await match(text) : matched
    if (found !== undefined && 'errors' in found) {
      setRefusal(found)
      return
    }
    const outcome = await send(negotiation, found?.commands ?? command, open.key, dryRun)
    if ('errors' in outcome) {
      setRefusal(outcome)
      // What was judged stays in sight where the service only could not be asked.
      if (outcome.errors.size > 0) setJudged(undefined)
      return
    }
    setRefusal(undefined)
    if (dryRun) setJudged(outcome)
    else onDone(outcome, command)
  }
  const context = { type, schemas, known, errors, suggestions: made }
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
      <Form.Provider value={context}>
        <MemberFields
          schema={schema}
          pointer=""
          value={value}
          without={whole === undefined ? WITHOUT : WITHOUT_OPERATIONS}
          onChange={change}
        />
        {type === 'draft.revised' && <WholeTextField whole={whole} onChange={takeWhole} />}
      </Form.Provider>
      {judged === undefined && faults}
      <p class="form-actions">
        <button type="submit">{messages.record.check}</button>
        <button type="button" class="quiet" onClick={discard}>
          {messages.record.discard}
        </button>
      </p>
      {progress !== undefined && <p role="status">{progress}</p>}
      {judged !== undefined && (
        <Preview
          command={shownOf(command, matched)}
          answer={judged}
          onRecord={() => void post(false)}
        >
          {whole !== undefined && matched !== undefined && (
            <Form.Provider value={context}>
              <MatchTold
                matched={matched}
                codes={whole.codes}
                onCodes={(codes) => {
                  takeWhole({ ...whole, codes })
                  void post(true, { ...whole, codes })
                }}
              />
            </Form.Provider>
          )}
          {faults}
        </Preview>
      )}
    </form>
  )
}

/** The entry to be shown: of one that is made from a whole text, without its many operations. */
function shownOf(command: Members, matched: Matched | undefined): Members {
  const { operations: _, ...rest } = matched?.commands[0] ?? command
  return matched === undefined ? command : rest
}

/** An entry without a date has that of the first report that it cites. */
function dated(value: Members, known: KnownThings): Members {
  const [first] = (value.evidence ?? []) as readonly { readonly source?: string }[]
  const source = known.source.find(({ id }) => id === first?.source)
  if (value.occurred !== '' || source?.published === undefined) return value
  return { ...value, occurred: source.published }
}
