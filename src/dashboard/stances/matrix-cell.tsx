import { Component } from 'preact'
import type { Subject } from '../../../events/position.ts'
import { StanceGlyph } from '../parts/stance-glyph.tsx'
import { CLOSED } from '../state/panel-layers.ts'
import { go } from '../state/route.ts'
import { capital, plainWords, STANCE_WORDS } from '../words/labels.ts'
import { looksAlike, type RowMove, type ShownCell } from './matrix-rows.ts'

interface Props {
  readonly subject: Subject
  readonly cell: ShownCell
  readonly party: string
  readonly via: string | null
  readonly about: string
  readonly isOpen: boolean
  /** True if it is a sign alone, and not words. */
  readonly isSign: boolean
}

const STEP_WORDS: { readonly [S in RowMove]: string } = {
  moved: 'moved',
  firstRecorded: 'first recorded',
  noLongerRecorded: 'no longer recorded',
  basisChanged: 'basis changed',
  firmnessChanged: 'firmness changed',
  groundsChanged: 'grounds changed',
}

/** Notes that stand out. */
const NOTE_CLASSES: Readonly<Record<string, string>> = {
  'red line': 'red-line',
  unsupported: 'fallen',
}

/** One party on one subject. Redrawn only where what it shows is another. */
export class MatrixCell extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { cell, party, about, isOpen, via, isSign } = this.props
    return (
      next.party !== party ||
      next.about !== about ||
      next.isOpen !== isOpen ||
      next.isSign !== isSign ||
      next.via !== via ||
      !looksAlike(next.cell, cell)
    )
  }

  render({ subject, cell, party, about, via, isOpen, isSign }: Props) {
    const notes = notesOf(cell, via)
    const open = () => {
      const key = `${cell.party}:${subject.kind}:${subject.id}`
      go({ query: { ...CLOSED, cell: key } })
    }
    return (
      <td role="gridcell">
        <button
          type="button"
          tabIndex={-1}
          class={classesOf(cell, isSign)}
          aria-label={[`${party} on ${about}: ${STANCE_WORDS[cell.stance]}`, ...notes].join(', ')}
          aria-expanded={isOpen}
          onClick={open}
        >
          {isSign ? (
            <Signs cell={cell} />
          ) : (
            <>
              <span class="cell-party">{party}</span>
              <span class="cell-stance">
                <StanceGlyph stance={cell.stance} />
                {STANCE_WORDS[cell.stance]}
              </span>
              {notes.length > 0 && (
                <span class="cell-notes">
                  {notes.map((note) => (
                    <span key={note} class={NOTE_CLASSES[note]}>
                      {capital(note)}
                    </span>
                  ))}
                </span>
              )}
            </>
          )}
        </button>
      </td>
    )
  }
}

/** The sign of a stance; of a conflicting one the signs of both sides, the earlier first. */
function Signs({ cell: { stance, conflict } }: { cell: ShownCell }) {
  if (conflict === null) return <StanceGlyph stance={stance} />
  return (
    <>
      {conflict.toReversed().map((side, place) => (
        <span key={`${side} ${place}`} class={`half stance-${side}`}>
          <StanceGlyph stance={side} />
        </span>
      ))}
    </>
  )
}

function classesOf(cell: ShownCell, isSign: boolean): string {
  const { stance, basis, step, isRedLine, isUnsupported, isInPart, possibly } = cell
  const marks = [
    isRedLine ? 'has-red-line' : '',
    isUnsupported ? 'is-fallen' : '',
    isInPart ? 'is-in-part' : '',
    possibly ? 'is-possible' : '',
  ]
  return [
    'cell',
    `stance-${stance}`,
    basis ?? '',
    outlineOf(step),
    ...(isSign ? ['sign', ...marks] : []),
  ]
    .filter(Boolean)
    .join(' ')
}

/** A move is outlined; what is no move, such as a first record, is so with dashes. */
function outlineOf(step: RowMove | undefined): string {
  if (step === undefined) return ''
  return step === 'moved' ? 'moved' : 'changed'
}

/** The qualifications of the stance, the weightiest first. */
function notesOf(cell: ShownCell, via: string | null): string[] {
  return [
    cell.isRedLine ? 'red line' : '',
    cell.isUnsupported ? 'unsupported' : '',
    cell.isDisputed ? 'disputed' : '',
    cell.sides ?? cell.basis ?? '',
    cell.number ?? '',
    cell.isInPart ? 'in part' : '',
    cell.commitment === null ? '' : plainWords(cell.commitment),
    via === null ? '' : `via ${via}`,
    cell.possibly ? 'possibly' : '',
    cell.step === undefined ? '' : `${STEP_WORDS[cell.step]} in this step`,
  ].filter((note) => note !== '')
}
