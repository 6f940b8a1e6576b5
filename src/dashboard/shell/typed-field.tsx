import { useId, useState } from 'preact/hooks'
import { actionOf } from '../keys/key-table.ts'
import { ledger } from '../state/ledger.ts'
import { clock, now } from '../state/moment.ts'
import { zone } from '../state/preferences.ts'
import { times } from '../state/stops.ts'
import { readTypedMoment, type TypedMoment } from '../words/typed-moment.ts'

/** A month, in milliseconds: a day without a year is seldom longer after the last entry. */
const MONTH = 31 * 86_400_000

type Understood = Exclude<TypedMoment, { readonly kind: 'problem' }>

interface Props {
  readonly label: string
  /** The moment that it shows while nobody types: text that can be typed. */
  readonly shown: string
  /** The edge of a day that is meant. */
  readonly edge: 'start' | 'end'
  /** Goes there, or tells in a sentence why not. */
  readonly choose: (moment: Understood) => string | undefined
}

/** A moment to type. Nothing happens until Enter is pressed or the field is left; Esc gives up. */
export function TypedField({ label, shown, edge, choose }: Props) {
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const id = useId()
  const giveUp = () => {
    setTyped(undefined)
    setProblem(undefined)
  }
  const commit = () => {
    if (typed === undefined || typed.trim() === '' || typed === shown) return giveUp()
    const context = { now: Date.now(), zone: zone.value, latest: latestDay(), edge }
    const moment = readTypedMoment(typed, context)
    const wrong = moment.kind === 'problem' ? moment.problem : choose(moment)
    setProblem(wrong)
    if (wrong === undefined) setTyped(undefined)
  }
  return (
    <form
      class="typed-field"
      onSubmit={(event) => {
        event.preventDefault()
        commit()
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={typed ?? shown}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (actionOf('panel', event) !== 'close' || typed === undefined) return
          event.stopPropagation()
          giveUp()
        }}
      />
      {problem !== undefined && (
        <p class="typed-problem wrong" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}

/** The last instant that a day without a year may be: not long after the ledger ends. */
function latestDay(): number {
  const shown = ledger.peek()
  const recorded = shown?.recordedAt(shown.head)
  const known = typeof recorded === 'number' ? recorded + MONTH : Number.POSITIVE_INFINITY
  const planned = clock.peek() === 'happened' ? (times.peek().at(-1) ?? 0) : 0
  return Math.max(Math.min(now.peek(), known), planned)
}
