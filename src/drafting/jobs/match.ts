import { EMPTY } from '../../../projections/drafts/clause.ts'
import { fromPortable, type PortableContent } from '../../../projections/drafts/portable-content.ts'
import { redline } from '../../../projections/redline/redline.ts'
import type { Redline } from '../../../projections/redline/redline-reply.ts'
import { commandsOf, type RevisionTold } from '../commands.ts'
import { NotADocument, type Proposal } from '../formats/document-text.ts'
import { readDocument } from '../formats/read-document.ts'
import type { Same } from '../identify.ts'
import { readMarkdown } from '../markdown.ts'
import { type Doubt, type ReadText, readPlainText } from '../plain-text.ts'
import { type Prepared, prepare } from '../prepare.ts'
import { boundNewText } from '../text-size.ts'
import { levelled, type Unit } from '../units.ts'

interface Given {
  /** The text that is changed, and others from which clauses may come back. */
  readonly bases: readonly PortableContent[]
  readonly text: string
  readonly format: 'plain' | 'markdown' | 'docx'
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

interface Matched extends Omit<Prepared, 'content' | 'operations'> {
  readonly commands: readonly object[]
  readonly redline: Redline
  readonly reading: {
    readonly uncertain: readonly Doubt[]
    readonly proposals: readonly Proposal[]
  }
}

/** A file that does not have its format. */
interface NoDocument {
  readonly noDocument: string
}

/** Reads a new text, finds the clauses of the bases in it, and prepares its recording. */
export default function matchText(given: Given): Matched | NoUnit | NoDocument {
  const { same, ids, told } = given
  const read = readingOf(given)
  if ('noDocument' in read) return read
  const { units, uncertain, proposals } = read
  boundNewText.units(units.length)
  for (const [member, named] of [['same', same] as const, ['ids', ids] as const]) {
    const index = named.findIndex(({ unit }) => unit >= units.length)
    const { unit } = named[index] ?? {}
    if (unit !== undefined) return { noUnit: { member, index, unit }, units: units.length }
  }
  const [first = EMPTY, ...others] = given.bases.map(fromPortable)
  const own = (given.clauses ?? []).flatMap(({ id }, unit) =>
    id === undefined ? [] : { unit, id },
  )
  const { operations, content, ...prepared } = prepare([first, ...others], units, {
    same,
    ids: new Map([...own, ...ids].map(({ unit, id }) => [unit, id])),
    parties: new Map(given.parties.map(({ code, party }) => [code, party])),
    newId: (n) => `${told.revision.slice(0, 56)}-${n}`,
  })
  const matched = {
    commands: commandsOf(told, operations),
    ...prepared,
    redline: redline(first, content),
    reading: { uncertain, proposals },
  }
  boundNewText.prepared(matched)
  return matched
}

interface Reading extends ReadText {
  readonly proposals: readonly Proposal[]
}

function readingOf({ text, format, clauses, document }: Given): Reading | NoDocument {
  if (clauses !== undefined) return { ...NOTHING, units: levelled(clauses) }
  if (format === 'markdown') return { ...NOTHING, units: readMarkdown(text) }
  if (format === 'plain' || document === undefined) return { ...NOTHING, ...readPlainText(text) }
  try {
    const { text: read, proposals } = readDocument(Buffer.from(document, 'base64'), format)
    return { ...readPlainText(read), proposals }
  } catch (error) {
    if (error instanceof NotADocument) return { noDocument: error.message }
    throw error
  }
}

const NOTHING = { uncertain: [], proposals: [] }
