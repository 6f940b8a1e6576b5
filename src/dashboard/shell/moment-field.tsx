import { head, ledger } from '../state/ledger.ts'
import { asked, clock, isNow, moment, now, returnToNow } from '../state/moment.ts'
import { go } from '../state/route.ts'
import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { lengthOfSpan } from '../words/span.ts'
import type { TypedMoment } from '../words/typed-moment.ts'
import { TypedField } from './typed-field.tsx'

const DAY = 86_400_000

/** The moment as text, for whoever knows which one they want. */
export function MomentField() {
  const [at, shown] = [moment.value, ledger.value]
  if (at === undefined || shown === undefined) return null
  return (
    <TypedField
      label={messages.shell.asOf}
      shown={momentShown()}
      edge="end"
      choose={chooseMoment}
    />
  )
}

/** The moment as it was asked for. */
function momentShown(): string {
  const at = moment.value
  if (at === undefined || isNow.value) return messages.shell.now
  const { revision, transactionTime } = asked.value
  if (clock.value === 'happened') return instantText(at.validTime)
  if (transactionTime !== undefined) return instantText(transactionTime)
  return revision === undefined ? messages.shell.now : messages.terms.entry(at.revision)
}

/** Goes to a moment on the clock that the slider follows; otherwise tells what is wrong with it. */
export function chooseMoment(
  typed: Exclude<TypedMoment, { readonly kind: 'problem' }>,
): string | undefined {
  switch (typed.kind) {
    case 'now':
      returnToNow()
      return undefined
    case 'entry':
      if (typed.entry > head.peek()) return messages.shell.tooFewEntries(head.peek())
      go({ query: { revision: String(typed.entry) } })
      return undefined
    case 'ago':
      return chooseTime(Date.now() - (lengthOfSpan(typed.span) ?? 0))
    case 'time':
      return chooseTime(typed.time)
  }
}

function chooseTime(time: number): string | undefined {
  const instant = new Date(time).toISOString()
  if (clock.peek() === 'happened') {
    go({ query: { validTime: instant } })
    return undefined
  }
  now.value = Date.now()
  if (time > now.peek() + DAY) {
    return messages.shell.stillToCome(instantText(time))
  }
  // Of today, what is known until now.
  if (time > now.peek()) returnToNow()
  else go({ query: { transactionTime: instant, validTime: undefined } })
  return undefined
}
