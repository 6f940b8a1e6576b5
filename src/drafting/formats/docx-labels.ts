import type { LeftOut } from '../../../projections/text/left-out.ts'
import { goesOn } from '../reading/candidates.ts'
import { isSureLabel, shapeOf } from '../reading/shapes.ts'
import { bracketed, type Piece, type TrackedChange } from './docx-changes.ts'

/** The line of a paragraph, and the label that was proposed for it, which is no part of it. */
interface Line {
  readonly text: string
  readonly leftOut: readonly LeftOut[]
}

/** The label of one state of a paragraph: how many characters of each piece belong to it. */
interface Label {
  readonly label: string
  readonly taken: readonly number[]
}

/**
 * The words of a paragraph with its changes as brackets. A label stands without brackets: as it was
 * before the changes or, if only they give it one, as they do; another label that is proposed is told.
 */
export function paragraphLine(pieces: readonly Piece[]): Line {
  const before = labelWithout('insertion', pieces)
  const after = labelWithout('deletion', pieces)
  const label = before ?? after
  const other = before !== undefined && before.label !== after?.label ? after : undefined
  if (label === undefined || (other === undefined && !isChanged(pieces, label))) {
    return { text: bracketed(pieces).trim(), leftOut: [] }
  }
  const rest = pieces.map(({ words, changes }, at) => {
    const taken = Math.max(label.taken[at] ?? 0, after?.taken[at] ?? 0)
    return { words: words.slice(taken), changes }
  })
  const text = `${label.label} ${bracketed(rest).trimStart()}`.trim()
  return { text, leftOut: other === undefined ? [] : [told(other, pieces)] }
}

/** The label that a paragraph has without the changes of a kind; undefined where it has none. */
function labelWithout(kind: TrackedChange['kind'], pieces: readonly Piece[]): Label | undefined {
  const isOut = ({ changes }: Piece) => changes.some((change) => change.kind === kind)
  const text = pieces.map((piece) => (isOut(piece) ? '' : piece.words)).join('')
  const shape = shapeOf(text.trimStart())
  if (shape === undefined || !isSureLabel(shape)) return undefined
  if (shape.division !== undefined && goesOn(shape.rest)) return undefined
  let left = text.length - text.trimStart().length + shape.label.length
  const taken = pieces.map((piece) => {
    const own = isOut(piece) ? 0 : Math.min(left, piece.words.length)
    left -= own
    return own
  })
  return { label: shape.label, taken }
}

/** True unless the label stands in words of one kind that go on after it. */
function isChanged(pieces: readonly Piece[], { taken }: Label): boolean {
  const last = taken.findLastIndex((count) => count > 0)
  const kinds = new Set(pieces.slice(0, last + 1).map(({ changes }) => changes[0]))
  if (kinds.size > 1) return true
  const [piece, next] = [pieces[last] as Piece, pieces[last + 1]]
  if (piece.words.slice(taken[last]).trim() !== '') return false
  if (next === undefined) return piece.changes.length > 0
  return next.changes[0] !== piece.changes[0]
}

function told({ label, taken }: Label, pieces: readonly Piece[]): LeftOut {
  const authors = pieces.flatMap(({ changes }, at) =>
    (taken[at] as number) > 0 ? changes.map(({ author }) => author) : [],
  )
  const by = authors.length === 0 ? '' : ` (${[...new Set(authors)].join(', ')})`
  return { page: null, why: 'proposed_label', text: `${label}${by}` }
}
