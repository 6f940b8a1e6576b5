import type { ClauseOperation } from '../../../events/clause-operation.ts'
import { type Content, EMPTY, readingOrder } from '../../../projections/drafts/clause.ts'
import { applyOperation } from '../../../projections/drafts/clauses.ts'
import type { Redline } from '../../../projections/redline/redline-reply.ts'
import type { DiffRun } from '../../../projections/text/word-diff.ts'
import { reasonOf } from '../../words/in-english.ts'

/** A clause as it reads. */
export interface Printed {
  readonly id: string
  readonly depth: number
  readonly label: string | null
  readonly heading: string | null
  readonly text: string
}

/** The content after operations that all have an effect. */
export function edited(before: Content, ...operations: object[]): Content {
  return operations.reduce((content: Content, op) => {
    const applied = applyOperation(content, op as ClauseOperation, 'r')
    const { content: after, ineffective, displaced } = applied
    const untaken = ineffective ?? displaced
    if (untaken !== undefined) throw new Error(reasonOf(untaken))
    return after
  }, before)
}

export function draftOf(...operations: object[]): Content {
  return edited(EMPTY, ...operations)
}

export const add = (clause: string, text: string, more: object = {}) => ({
  op: 'add',
  clause,
  text,
  ...more,
})

export function printed(content: Content): Printed[] {
  return Array.from(readingOrder(content), ({ clause: { id, label, heading, text }, depth }) => ({
    id,
    depth,
    label,
    heading,
    text,
  }))
}

/** Who has only the earlier text and a redline, and follows it: throws where they do not fit. */
export function followed(before: readonly Printed[], { clauses }: Redline): Printed[] {
  const left = new Map(before.map((clause) => [clause.id, clause]))
  const spent = new Map<string, string>()
  const after: Printed[] = []
  for (const { clause, changes, from, depth, label, heading, text } of clauses) {
    const key = from.join(' ')
    const sources = from.map((id) => left.get(id) as Printed)
    spent.set(key, (spent.get(key) ?? '') + read(text, 'deleted'))
    if (!changes.includes('split')) fits(read(heading, 'deleted'), sources[0]?.heading ?? '')
    fits(label.before ?? '', sources[0]?.label ?? '')
    if (changes.includes('removed')) continue
    const title = read(heading, 'inserted')
    after.push({
      id: clause,
      depth,
      label: label.after,
      heading: title === '' ? null : title,
      text: read(text, 'inserted'),
    })
  }
  for (const [key, words] of spent) {
    if (key !== '')
      fits(
        words,
        key
          .split(' ')
          .map((id) => left.get(id)?.text ?? '')
          .join(''),
      )
  }
  const covered = [...spent.keys()].flatMap((key) => (key === '' ? [] : key.split(' ')))
  fits(covered.sort().join(' '), [...left.keys()].sort().join(' '))
  return after
}

function read(runs: readonly DiffRun[], changed: DiffRun['kind']): string {
  const side = runs.filter(({ kind }) => kind === 'same' || kind === changed)
  return side.map(({ text }) => text).join('')
}

function fits(told: string, is: string): void {
  if (told !== is) throw new Error(`"${told}" is not "${is}"`)
}
