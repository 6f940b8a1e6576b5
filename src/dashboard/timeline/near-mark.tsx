import { go } from '../state/route.ts'
import { useNames } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { headlineText } from '../words/sentences.ts'
import { DOT, type LaneMark } from './lane-layout.ts'

/** The height of a row of marks. */
export const LEVEL = 17
/** The width of a letter, about: what is too long is cut, and told whole to whoever points at it. */
const LETTER = 7
/** Words stand within a bar that is long enough for them, else beside it. */
const LEAST_WITHIN = 110

/** One item of a lane seen from near, with its words where there is room. */
export function NearMark({ mark: { item, tone, x, width, level, room } }: { mark: LaneMark }) {
  const names = useNames()
  const told = headlineText(item, names)
  const isWithin = width >= LEAST_WITHIN && item.kind === 'fact' && tone !== 'fallen'
  const letters = Math.floor((isWithin ? width - 12 : room) / LETTER)
  const y = level * LEVEL + 3
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list below is for keys
    <g class="mark" onClick={() => go({ query: { entry: item.fact.id } })}>
      <title>{`${uncertainText(item.at)}: ${told}${tone === 'fallen' ? ` (${messages.stances.unsupported})` : ''}`}</title>
      <rect
        class={`dot tone-${tone} ${item.kind}`}
        x={x}
        y={y}
        width={width}
        height={DOT}
        rx={DOT / 2}
      />
      {letters > 3 && (
        <text
          class={isWithin ? 'mark-label within' : 'mark-label'}
          x={isWithin ? x + 7 : x + width + 4}
          y={y + DOT - 3}
        >
          {told.length > letters ? `${told.slice(0, letters - 1)}…` : told}
        </text>
      )}
    </g>
  )
}
