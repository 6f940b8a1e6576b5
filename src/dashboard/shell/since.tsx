import { useState } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { lastLook } from '../state/last-look.ts'
import { head } from '../state/ledger.ts'
import { moment } from '../state/moment.ts'
import { go, route } from '../state/route.ts'
import { quietSince, readStart, type StartAsked, startAsked } from '../state/start.ts'
import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import type { TypedMoment } from '../words/typed-moment.ts'
import { MomentJump } from './moment-jump.tsx'
import { TypedField } from './typed-field.tsx'

/** The earlier of two moments that are compared, on the clock that the slider follows. */
export function Since({ from, label }: { from: AsOf; label: string }) {
  const [isOpen, setOpen] = useState(false)
  const look = lastLook(route.value.negotiation ?? '')
  const asked = startAsked.value
  const presets = [
    ...(look === undefined ? [] : [[String(look), messages.shell.lastLooked] as const]),
    ...Object.entries(messages.shell.spans),
    ['0', messages.shell.beginning] as const,
  ]
  return (
    <div class={`since no-print ${isOpen ? 'open' : ''}`}>
      <TypedField
        label={label}
        shown={instantText(from.validTime)}
        edge="start"
        choose={chooseStart}
      />
      <div class="presets">
        {presets.map(([value, words]) => (
          <button
            key={value}
            type="button"
            aria-pressed={quietSince.value === undefined && isSameStart(readStart(value), asked)}
            onClick={() => begin(value)}
          >
            {words}
          </button>
        ))}
        <button
          type="button"
          class="since-more"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {messages.shell.other}
        </button>
      </div>
      <MomentJump
        label={messages.shell.sincePoint}
        title={messages.shell.pointTitle}
        spans={false}
        choose={chooseStart}
      />
    </div>
  )
}

/** Tells if two beginnings are the same; one that was typed as a time is no span before now. */
function isSameStart(one: StartAsked | undefined, other: StartAsked): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function begin(from: string): void {
  go({ query: { from } }, 'replace')
}

/** Begins the comparison there; otherwise tells what is wrong with it. */
function chooseStart(
  typed: Exclude<TypedMoment, { readonly kind: 'problem' }>,
): string | undefined {
  const end = moment.peek()
  if (typed.kind === 'now' || (typed.kind === 'time' && typed.time >= (end?.validTime ?? 0))) {
    const ends = end === undefined ? messages.shell.now : instantText(end.validTime)
    return messages.shell.endsBefore(ends)
  }
  if (typed.kind === 'entry') {
    if (typed.entry > head.peek()) return messages.shell.tooFewEntries(head.peek())
    begin(String(typed.entry))
  } else if (typed.kind === 'ago') begin(typed.span)
  else begin(new Date(typed.time).toISOString())
  return undefined
}
