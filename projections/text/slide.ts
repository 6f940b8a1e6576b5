import type { DiffRun } from './word-diff.ts'

/** The beginning of a unit of text, by how well a reader sees it there. */
const PARAGRAPH = 3
const LINE = 2
const SENTENCE = 1
const WITHIN = 0

/**
 * The same runs, with each insertion or deletion that stands alone moved to where a paragraph, a
 * line or a sentence begins, as far as the words around it leave its place open: where "A. B."
 * becomes "A. C. B.", both ". C" and "C. " account for the change, and a reader means the sentence.
 */
export function slid(runs: readonly DiffRun[]): DiffRun[] {
  const out: DiffRun[] = []
  // What a run that was moved left of the text behind it; undefined where nothing was moved.
  let rest: DiffRun | undefined
  for (const [index, given] of runs.entries()) {
    const run = rest ?? given
    rest = undefined
    const [before, after] = [out.at(-1), runs[index + 1]]
    const isAlone = run.kind !== 'same' && isUnchanged(before) && isUnchanged(after)
    const [left, right] = [before?.text ?? '', after?.text ?? '']
    // Between two changes some of what stays must stay between them.
    const least = out.length > 1 ? 1 : 0
    const most = right.length - (index + 2 < runs.length ? 1 : 0)
    const shift = isAlone ? bestShift(left, run.text, right, least - left.length, most) : 0
    if (shift === 0) {
      out.push(run)
      continue
    }
    const whole = left + run.text + right
    const start = left.length + shift
    const end = start + run.text.length
    if (before !== undefined) out.pop()
    out.push({ kind: 'same', text: whole.slice(0, start) })
    out.push({ kind: run.kind, text: whole.slice(start, end) })
    const behind: DiffRun = { kind: 'same', text: whole.slice(end) }
    if (after === undefined) out.push(behind)
    else rest = behind
  }
  return out.filter(({ text }) => text !== '')
}

function isUnchanged(run: DiffRun | undefined): boolean {
  return run === undefined || run.kind === 'same'
}

/**
 * By how many UTF-16 units a run between two texts is best moved, within these limits; negative is
 * to the left.
 */
function bestShift(
  left: string,
  text: string,
  right: string,
  leftmost: number,
  rightmost: number,
): number {
  const most = Math.min(commonStart(right, text), rightmost)
  const least = Math.max(-commonEnd(left, text), leftmost)
  if (most <= 0 && least >= 0) return 0
  const whole = left + text + right
  let best = 0
  let bestRank = beginsAt(whole, left.length)
  for (let shift = least; shift <= most; shift++) {
    const rank = beginsAt(whole, left.length + shift)
    const isNearer = Math.abs(shift) < Math.abs(best)
    if (rank > bestRank || (rank === bestRank && rank > WITHIN && isNearer)) {
      best = shift
      bestRank = rank
    }
  }
  return best
}

function commonStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let length = 0
  while (length < shorter && a[length] === b[length]) length++
  return length
}

function commonEnd(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let length = 0
  while (length < shorter && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}

function beginsAt(text: string, at: number): number {
  if (at === 0) return PARAGRAPH
  const here = text[at]
  if (here === ' ' || here === '\n') return WITHIN
  if (text[at - 1] === '\n') return at === 1 || text[at - 2] === '\n' ? PARAGRAPH : LINE
  return text[at - 1] === ' ' && /[.;:!?]/.test(text[at - 2] ?? '') ? SENTENCE : WITHIN
}
