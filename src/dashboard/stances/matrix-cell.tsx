import { Component } from 'preact'
import type { Subject } from '../../../events/position.ts'
import { StanceGlyph } from '../parts/stance-glyph.tsx'
import { CLOSED } from '../state/panel-layers.ts'
import { go } from '../state/route.ts'
import { capital, plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
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

/** A qualification of a stance; some stand out. */
interface Note {
  readonly text: string
  readonly class?: 'red-line' | 'fallen'
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
          aria-label={[
            messages.stances.cell(party, about, messages.terms.stances[cell.stance]),
            ...notes.map(({ text }) => text),
          ].join(', ')}
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
                {messages.terms.stances[cell.stance]}
              </span>
              {notes.length > 0 && (
                <span class="cell-notes">
                  {notes.map((note) => (
                    <span key={note.text} class={note.class}>
                      {capital(note.text)}
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
function notesOf(cell: ShownCell, via: string | null): Note[] {
  const { stances } = messages
  const notes: readonly Note[] = [
    { text: cell.isRedLine ? stances.redLineNote : '', class: 'red-line' },
    { text: cell.isUnsupported ? stances.unsupported : '', class: 'fallen' },
    { text: cell.isDisputed ? stances.disputed : '' },
    { text: cell.sides ?? (cell.basis === null ? '' : plainWords(cell.basis)) },
    { text: cell.number ?? '' },
    { text: cell.isInPart ? stances.inPart : '' },
    { text: cell.commitment === null ? '' : plainWords(cell.commitment) },
    { text: via === null ? '' : stances.via(via) },
    { text: cell.possibly ? stances.possibly : '' },
    { text: cell.step === undefined ? '' : stances.steps[cell.step] },
  ]
  return notes.filter(({ text }) => text !== '')
}
