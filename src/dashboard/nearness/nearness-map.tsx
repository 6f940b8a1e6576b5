import { Picture } from '../parts/picture.tsx'
import { CLOSED } from '../state/panel-layers.ts'
import { go } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import { clustersOf, type Dot, labelWidth, spreadLabels } from './clusters.ts'
import type { Layout, PlanePoint } from './layout.ts'

/**
 * The size of the drawing in pixels, the pixels for a distance of 1, and the number of parties that
 * the label of a dot names. The scale never changes, so that moves are seen.
 */
const DESK = { width: 860, height: 460, unit: 620, named: 3 } as const
const PHONE = { width: 380, height: 360, unit: 320, named: 1 } as const

interface Props {
  readonly layout: Layout
  readonly nameOf: (party: string) => string
  /** The members of each bloc that is placed. */
  readonly blocs: ReadonlyMap<string, readonly string[]>
  readonly chosen: string | undefined
}

/** Parties in a plane: near each other where they answer alike, and joined to their blocs by lines. */
export function NearnessMap({ layout: { points }, nameOf, blocs, chosen }: Props) {
  const isPhone = matchMedia('(width < 48rem)').matches
  const { width, height, unit, named } = isPhone ? PHONE : DESK
  // Labels stand to the right of their dots.
  const at = ([x, y]: PlanePoint): PlanePoint => [width * 0.43 + x * unit, height / 2 - y * unit]
  const clusters = clustersOf(points)
  const dots = clusters.map(({ parties, at: place }) => {
    const [x, y] = at(place)
    return { x, y, radius: radiusOf(parties.length) }
  })
  const labels = clusters.map(({ parties }, n) => {
    const names = parties.slice(0, named).map(nameOf).join(', ')
    const more =
      parties.length > named ? ` ${messages.nearness.andMore(parties.length - named)}` : ''
    const { x, y, radius } = dots[n] as (typeof dots)[number]
    const text = `${names}${more}`
    const beside = radius + 4
    const isOverDot = (dot: Dot) =>
      dot.x > x &&
      dot.x - dot.radius < x + beside + labelWidth(text) &&
      Math.abs(dot.y - y) < dot.radius + 6
    const hasRoom = x > beside + labelWidth(text)
    const isLeft = x + beside + labelWidth(text) > width || (hasRoom && dots.some(isOverDot))
    return { x: isLeft ? x - beside - labelWidth(text) : x + beside, y: y + 4, text, isLeft }
  })
  return (
    <Picture class="nearness" viewBox={`0 0 ${width} ${height}`} label={told(clusters, nameOf)}>
      {[...blocs].map(([bloc, members]) => {
        const middle = points.get(bloc)
        if (middle === undefined) return null
        const [x1, y1] = at(middle)
        return members.map((member) => {
          const place = points.get(member)
          if (place === undefined) return null
          const [x2, y2] = at(place)
          return <line key={`${bloc} ${member}`} class="bond" {...{ x1, y1, x2, y2 }} />
        })
      })}
      {clusters.map(({ parties, at: place }) => {
        const [x, y] = at(place)
        const [first = ''] = parties
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table below has the same as links
          <circle
            key={first}
            class={`party-dot ${chosen !== undefined && parties.includes(chosen) ? 'chosen' : ''}`}
            r={radiusOf(parties.length)}
            style={{ transform: `translate(${x}px, ${y}px)` }}
            onClick={() => go({ query: { ...CLOSED, party: first } })}
          >
            <title>{parties.map(nameOf).join(', ')}</title>
          </circle>
        )
      })}
      {spreadLabels(labels, dots).map(({ x, y, text, isLeft, movedBy }) => (
        <g key={text}>
          {movedBy !== 0 && (
            <line
              class="leader"
              x1={isLeft ? x + labelWidth(text) + 4 : x - 4}
              x2={isLeft ? x + labelWidth(text) : x - 1}
              y1={y - movedBy - 4}
              y2={y - 4}
            />
          )}
          <text x={x} y={y}>
            {text}
          </text>
        </g>
      ))}
    </Picture>
  )
}

/** A dot has an area for each party in it. */
function radiusOf(parties: number): number {
  return 5 * Math.sqrt(parties)
}

function told(clusters: ReturnType<typeof clustersOf>, nameOf: (party: string) => string): string {
  const groups = clusters.map(({ parties }) => parties.map(nameOf).join(', '))
  return messages.nearness.mapTold(groups.join('; '))
}
