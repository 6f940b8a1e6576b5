import { EMPTY } from '../../../projections/drafts/clause.ts'
import { fromPortable, type PortableContent } from '../../../projections/drafts/portable-content.ts'
import { redline } from '../../../projections/redline/redline.ts'
import type { Redline } from '../../../projections/redline/redline-reply.ts'
import { commandsOf, type RevisionTold } from '../commands.ts'
import type { Same } from '../identify.ts'
import { readMarkdown } from '../markdown.ts'
import { readPlainText } from '../plain-text.ts'
import { type Prepared, prepare } from '../prepare.ts'
import { bound, MOST_CLAUSES } from '../text-size.ts'
import { levelled, type Unit } from '../units.ts'

interface Given {
  /** The text that is changed, and others from which clauses may come back. */
  readonly bases: readonly PortableContent[]
  readonly text: string
  readonly format: 'plain' | 'markdown'
  /** Instead of a text: its clauses. */
  readonly clauses: readonly Unit[] | undefined
  readonly same: Same
  readonly parties: readonly { readonly code: string; readonly party: string }[]
  readonly told: RevisionTold
}

/** A unit that the recorder names and the text does not have, by its place in `same`. */
interface NoUnit {
  readonly noUnit: number
  readonly units: number
}

interface Matched extends Omit<Prepared, 'content' | 'operations'> {
  readonly commands: readonly object[]
  readonly redline: Redline
}

/** Reads a new text, finds the clauses of the bases in it, and prepares its recording. */
export default function matchText(given: Given): Matched | NoUnit {
  const { same, told } = given
  const units = unitsOf(given)
  bound(units.length, MOST_CLAUSES, 'clauses')
  const noUnit = same.findIndex(({ unit }) => unit >= units.length)
  if (noUnit >= 0) return { noUnit, units: units.length }
  const [first = EMPTY, ...others] = given.bases.map(fromPortable)
  const { operations, content, ...prepared } = prepare([first, ...others], units, {
    same,
    parties: new Map(given.parties.map(({ code, party }) => [code, party])),
    newId: (n) => `${told.revision.slice(0, 56)}-${n}`,
  })
  return {
    commands: commandsOf(told, operations),
    ...prepared,
    redline: redline(first, content),
  }
}

function unitsOf({ text, format, clauses }: Given): Unit[] {
  if (clauses !== undefined) return levelled(clauses)
  return format === 'markdown' ? readMarkdown(text) : readPlainText(text)
}
