const KEYS = [
  ['dot-statement', 'Statement'],
  ['dot-meeting', 'Meeting'],
  ['dot-meeting plan', 'Meeting planned'],
  ['dot-draft', 'Draft'],
  ['dot-issue', 'Issue or source'],
  ['', 'Party, person or negotiation'],
  ['fallen', 'Unsupported'],
] as const

/** The meaning of the colours of the lanes. */
export function LaneLegend() {
  return (
    <ul class="lane-legend">
      {KEYS.map(([kind, label]) => (
        <li key={label}>
          <svg viewBox="0 0 22 11" aria-hidden="true">
            <rect class={`dot ${kind}`} x={1} y={1} width={20} height={9} rx={4.5} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
