import { EMPTY } from '../../../projections/drafts/clause.ts'
import { fromPortable, type PortableContent } from '../../../projections/drafts/portable-content.ts'
import { redline } from '../../../projections/redline/redline.ts'
import type { Redline } from '../../../projections/redline/redline-reply.ts'
import type { LeftOut } from '../../../projections/text/left-out.ts'
import type { Tell } from '../../workers/job.ts'
import { commandsOf, type RevisionTold } from '../commands.ts'
import { type Doubt, deepUnits } from '../doubt.ts'
import type { ProposedText } from '../formats/document-text.ts'
import { type DocumentFormat, type NoDocument, readDocument } from '../formats/read-document.ts'
import type { Same } from '../identify.ts'
import { readMarkdown } from '../markdown.ts'
import { type ReadText, readPlainText } from '../plain-text.ts'
import { type Prepared, prepare } from '../prepare.ts'
import { boundNewText } from '../text-size.ts'
import { levelled, type Unit } from '../units.ts'

interface Given {
  /** The text that is changed, and others from which clauses may come back. */
  readonly bases: readonly PortableContent[]
  readonly text: string
  readonly format: 'plain' | 'markdown' | DocumentFormat
  /** Instead of a text: a file of that format, in base64. */
  readonly document: string | undefined
  /** Instead of a text: its clauses, and the ids of those that have one. */
  readonly clauses: readonly (Unit & { readonly id?: string | undefined })[] | undefined
  readonly same: Same
  readonly ids: readonly { readonly unit: number; readonly id: string }[]
  readonly parties: readonly { readonly code: string; readonly party: string }[]
  readonly told: RevisionTold
}

/** A unit that the recorder names and the text does not have: where the request names it. */
interface NoUnit {
  readonly noUnit: {
    readonly member: 'same' | 'ids'
    readonly index: number
    readonly unit: number
  }
  readonly units: number
}

/** A text without a clause, and the member of the request that gives it. */
interface NoUnits {
  readonly noUnits: 'text' | 'document' | 'clauses'
}

interface Matched extends Omit<Prepared, 'content' | 'operations'> {
  readonly commands: readonly object[]
  readonly redline: Redline
  readonly reading: {
    readonly title: string | null
    readonly uncertain: readonly Doubt[]
    readonly proposals: readonly ProposedText[]
    readonly leftOut: readonly LeftOut[]
    readonly digest: string | null
  }
}

/** Reads a new text, finds the clauses of the bases in it, and prepares its recording. */
export default async function matchText(
  given: Given,
  tell: Tell,
): Promise<Matched | NoUnit | NoUnits | NoDocument> {
  const { same, ids, told, clauses, document } = given
  const read = await readingOf(given, tell)
  if ('noDocument' in read) return read
  const { units, ...reading } = read
  boundNewText.units(units.length)
  if (units.length === 0) {
    return { noUnits: clauses ? 'clauses' : document === undefined ? 'text' : 'document' }
  }
  for (const [member, named] of [['same', same] as const, ['ids', ids] as const]) {
    const index = named.findIndex(({ unit }) => unit >= units.length)
    const { unit } = named[index] ?? {}
    if (unit !== undefined) return { noUnit: { member, index, unit }, units: units.length }
  }
  const [first = EMPTY, ...others] = given.bases.map(fromPortable)
  const own = (clauses ?? []).flatMap(({ id }, unit) => (id === undefined ? [] : { unit, id }))
  tell({ stage: 'matching', done: 0, of: units.length })
  const { operations, content, ...prepared } = prepare([first, ...others], units, {
    same,
    ids: new Map([...own, ...ids].map(({ unit, id }) => [unit, id])),
    parties: new Map(given.parties.map(({ code, party }) => [code, party])),
    newId: (n) => `${told.revision.slice(0, 56)}-${n}`,
  })
  tell({ stage: 'comparing', done: 0, of: units.length })
  const matched = {
    commands: commandsOf(
      reading.digest === null ? told : { ...told, digest: reading.digest },
      operations,
    ),
    ...prepared,
    redline: redline(first, content),
    reading,
  }
  boundNewText.prepared(matched)
  return matched
}

interface Reading extends ReadText {
  readonly title: string | null
  readonly proposals: readonly ProposedText[]
  readonly leftOut: readonly LeftOut[]
  readonly digest: string | null
}

async function readingOf(
  { text, format, clauses, document }: Given,
  tell: Tell,
): Promise<Reading | NoDocument> {
  if (clauses !== undefined) {
    return { ...NOTHING, units: levelled(clauses), uncertain: deepUnits(clauses) }
  }
  if (format === 'markdown') return { ...NOTHING, ...readMarkdown(text) }
  if (format === 'plain' || document === undefined) return { ...NOTHING, ...readPlainText(text) }
  const read = await readDocument(document, format, tell)
  if ('noDocument' in read) return read
  const { text: words, ...beside } = read
  return { ...NOTHING, ...readPlainText(words), ...beside }
}

const NOTHING = { title: null, uncertain: [], proposals: [], leftOut: [], digest: null }
