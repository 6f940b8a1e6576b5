import { clauseNotes, noteLine } from '../../../projections/drafts/clause-words.ts'
import { contentsWords } from '../../../projections/drafts/contents-words.ts'
import { escaped } from '../../../projections/text/html.ts'
import type { ShownFact } from '../../../projections/time/shown-fact.ts'
import type { Branch } from './branches.ts'
import type { Exported } from './exported.ts'

/** The author of the document; an id that no party's can be: those have a prefix here. */
const LEDGER = 'ledger'

/**
 * The `meta` of a draft in Akoma Ntoso. The work is the draft, as it was opened; the expression is
 * the revision; the notes are what the ledger knows of the text and of each clause.
 */
export function metaXml(exported: Exported, clauses: readonly Branch[]): string {
  const { negotiation, title, language, proposers, opened, revision } = exported
  const { fact } = revision
  const work = `/akn/xx/bill/${negotiation}/${revision.draft}`
  const expression = `${work}/${language ?? 'und'}@${revision.draftRevision}`
  const parties = Array.from(new Set([...proposers, ...revision.proposers]), partyXml)
  return `<meta>
<identification source="#${LEDGER}">
<FRBRWork>${uris(work)}${made(opened ?? fact, proposers)}<FRBRcountry value="xx"/><FRBRname value="${escaped(title)}"/></FRBRWork>
<FRBRExpression>${uris(expression)}${made(fact, revision.proposers)}<FRBRlanguage language="${language ?? 'und'}"/></FRBRExpression>
<FRBRManifestation>${uris(`${expression}.xml`)}<FRBRdate date="${day(fact.recordedAt)}" name="recorded"/>${authors([])}</FRBRManifestation>
</identification>
<lifecycle source="#${LEDGER}"><eventRef eId="event-${fact.id}" date="${dateOf(fact)}" type="amendment" source="#${LEDGER}"/></lifecycle>
<references source="#${LEDGER}"><TLCOrganization eId="${LEDGER}" href="/akn/ontology/organization/ledger" showAs="Diplomacy Ledger"/>${parties.join('')}</references>
${notesXml(exported, clauses)}</meta>`
}

/** Notes beside the text: of the whole, near the body, and of each clause, near that. */
function notesXml({ content }: Exported, clauses: readonly Branch[]): string {
  const notes = [
    ...contentsWords(content).map((words) => ({ words, near: 'body' })),
    ...clauses.flatMap(({ eId, clause }) =>
      clauseNotes(clause).map((note) => ({ words: noteLine(note), near: eId })),
    ),
  ].map(
    ({ words, near }, n) =>
      `<note eId="note_${n + 1}" placementBase="#${near}"><p>${escaped(words)}</p></note>`,
  )
  return notes.length === 0
    ? ''
    : `<notes source="#${LEDGER}" xml:lang="en">\n${notes.join('\n')}\n</notes>\n`
}

function partyXml(id: string): string {
  return `<TLCOrganization eId="party-${id}" href="/akn/ontology/organization/${id}" showAs="${id}"/>`
}

function uris(uri: string): string {
  return `<FRBRthis value="${uri}/!main"/><FRBRuri value="${uri}"/>`
}

function made(fact: ShownFact, by: readonly string[]): string {
  return `<FRBRdate date="${dateOf(fact)}" name="occurred"/>${authors(by)}`
}

/** Whom nobody named is the ledger, since the standard asks for one. */
function authors(parties: readonly string[]): string {
  const ids = parties.length === 0 ? [LEDGER] : parties.map((id) => `party-${id}`)
  return ids.map((id) => `<FRBRauthor href="#${id}"/>`).join('')
}

function dateOf({ occurred, recordedAt }: ShownFact): string {
  return day(occurred.from ?? recordedAt)
}

function day(time: string): string {
  return time.slice(0, 10)
}
