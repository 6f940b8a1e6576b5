import { useState } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { lastLook } from '../state/last-look.ts'
import { head } from '../state/ledger.ts'
import { moment } from '../state/moment.ts'
import { go, route } from '../state/route.ts'
import { isQuiet, readStart, type StartAsked, startAsked } from '../state/start.ts'
import { instantText } from '../words/dates.ts'
import type { TypedMoment } from '../words/typed-moment.ts'
import { MomentJump } from './moment-jump.tsx'
import { TypedField } from './typed-field.tsx'

const SPANS = { '-24h': '24 hours', '-3d': '3 days', '-1w': 'A week' } as const

/** The earlier of two moments that are compared, on the clock that the slider follows. */
export function Since({ from, label }: { from: AsOf; label: string }) {
  const [isOpen, setOpen] = useState(false)
  const look = lastLook(route.value.negotiation ?? '')
  const asked = startAsked.value
  const presets = [
    ...(look === undefined ? [] : [[String(look), 'I last looked'] as const]),
    ...Object.entries(SPANS),
    ['0', 'The beginning'] as const,
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
            aria-pressed={!isQuiet.value && isSameStart(readStart(value), asked)}
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
          Other…
        </button>
      </div>
      <MomentJump
        label="Since a revision or a meeting"
        title="Revision or meeting…"
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
    const ends = end === undefined ? 'now' : instantText(end.validTime)
    return `A comparison begins before it ends, which is at ${ends}: type an earlier time.`
  }
  if (typed.kind === 'entry') {
    if (typed.entry > head.peek() + 1)
      return `There are ${head.peek() + 1} entries: type one of them.`
    begin(String(typed.entry - 1))
  } else if (typed.kind === 'ago') begin(typed.span)
  else begin(new Date(typed.time).toISOString())
  return undefined
}
