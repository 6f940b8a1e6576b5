import { go } from '../state/route.ts'
import { COLOURINGS, type Colouring } from './tones.ts'

const TITLES: { readonly [C in Colouring]: string } = { stance: 'Stance', kind: 'Kind' }

/** The meaning of the colours of the lanes, and the choice between colours of stances and of kinds. */
export function ToneLegend({ colouring }: { colouring: Colouring }) {
  return (
    <div class="lane-legend">
      <label class="field-inline no-print">
        Colour by{' '}
        <select
          value={colouring}
          onChange={(event) => go({ query: { colour: event.currentTarget.value } }, 'replace')}
        >
          {Object.entries(TITLES).map(([each, title]) => (
            <option key={each} value={each}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <ul>
        {Object.entries(COLOURINGS[colouring]).map(([tone, label]) => (
          <Key key={tone} kind={`tone-${tone}`} label={label} />
        ))}
        <Key kind="plan" label="Planned" />
        <Key kind="tone-fallen" label="Unsupported" />
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
