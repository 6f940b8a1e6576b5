import { Component } from 'preact'
import { messages } from '../words/messages.ts'
import { COLUMN, type LaneColumns } from './lane-columns.ts'

/** The height of a lane seen from afar. */
export const FAR = 24

interface Props {
  readonly columns: LaneColumns
  /** The places at which columns may begin and end. */
  readonly left: number
  readonly right: number
  /** The items of a column that is as high as its lane. */
  readonly most: number
  readonly zoomTo: (from: number, until: number) => void
}

interface State {
  /** The place of the column that is pointed at; undefined where nothing is in it. */
  readonly pointed?: number | undefined
}

/**
 * The marks of one lane seen from afar: one outline for each tone, since a step of the slider may move
 * every column. It is drawn again only if its columns are others.
 */
export class FarLane extends Component<Props, State> {
  override shouldComponentUpdate(next: Props, { pointed }: State): boolean {
    const { columns, left, right, most } = this.props
    return (
      next.left !== left ||
      next.right !== right ||
      next.most !== most ||
      pointed !== this.state.pointed ||
      !next.columns.isSame(columns)
    )
  }

  render({ columns, left, right, most }: Props, { pointed }: State) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the buttons above are for keys
      <g
        class={pointed === undefined ? undefined : 'mark'}
        onPointerMove={(event) => this.#point(event)}
        onPointerLeave={() => this.setState({ pointed: undefined })}
        onClick={() => {
          if (pointed !== undefined) this.props.zoomTo(pointed - 3 * COLUMN, pointed + 4 * COLUMN)
        }}
      >
        {pointed !== undefined && (
          <title>{messages.timeline.items(columns.countAt(pointed))}</title>
        )}
        {columns.outlines(most, FAR - 5, FAR - 2).map(([tone, path]) => (
          <path key={tone} class={`dot tone-${tone}`} d={path} />
        ))}
        <rect
          class="lane-reach"
          x={left}
          width={Math.max(0, right - left)}
          y={0}
          height={FAR - 1}
        />
        {pointed !== undefined && (
          <rect class="lane-pointed" x={pointed - 1} width={COLUMN + 1} y={1} height={FAR - 2} />
        )}
      </g>
    )
  }

  #point(event: PointerEvent): void {
    const drawing = (event.currentTarget as SVGElement).ownerSVGElement
    const x = event.clientX - (drawing?.getBoundingClientRect().left ?? 0)
    const column = Math.floor(x / COLUMN) * COLUMN
    this.setState({ pointed: this.props.columns.countAt(column) > 0 ? column : undefined })
  }
}
