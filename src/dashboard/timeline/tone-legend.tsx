import { go } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import type { Colouring } from './tones.ts'

/** The meaning of the colours of the lanes, and the choice between colours of stances and of kinds. */
export function ToneLegend({ colouring }: { colouring: Colouring }) {
  return (
    <div class="lane-legend">
      <label class="field-inline no-print">
        {messages.timeline.colourBy}{' '}
        <select
          value={colouring}
          onChange={(event) => go({ query: { colour: event.currentTarget.value } }, 'replace')}
        >
          {Object.entries(messages.timeline.colourings).map(([each, title]) => (
            <option key={each} value={each}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <ul>
        {Object.entries(messages.timeline.tones[colouring]).map(([tone, label]) => (
          <Key key={tone} kind={`tone-${tone}`} label={label} />
        ))}
        <Key kind="plan" label={messages.timeline.planned} />
        <Key kind="tone-fallen" label={messages.timeline.unsupported} />
      </ul>
    </div>
  )
}

function Key({ kind, label }: { kind: string; label: string }) {
  return (
    <li>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <rect class={`dot ${kind}`} x={1} y={1} width={10} height={10} rx={5} />
      </svg>
      {label}
    </li>
  )
}
