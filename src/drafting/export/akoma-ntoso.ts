import type { ClauseInText } from '../../../projections/drafts/draft-reply.ts'
import { escaped } from '../../../projections/text/html.ts'
import { type Exported, titleOf } from './exported.ts'

/** A clause with those that stand within it. */
interface Branch {
  readonly clause: ClauseInText
  readonly within: Branch[]
}

/**
 * Akoma Ntoso 1.0 (OASIS LegalDocumentML, namespace akn/3.0). Each clause is an `hcontainer` whose
 * `wId` is its id, the same in every revision, and whose `eId` is its place in this one. Text is
 * verbatim, brackets too; what the ledger knows of who wants which alternative has no place in the
 * standard and is left out. Characters that XML 1.0 cannot hold become U+FFFD.
 */
export function asAkomaNtoso(exported: Exported): string {
  const { content } = exported
  const tops = treeOf(content.clauses)
  const body =
    tops.length === 0 ? EMPTY : tops.map((top, n) => clauseXml(top, '', n + 1)).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<bill name="draft">
${metaXml(exported)}
<body>
${body}
</body>
</bill>
</akomaNtoso>
`
}

const EMPTY =
  '<hcontainer eId="hcontainer_1" name="empty"><content eId="hcontainer_1__content"><p/></content></hcontainer>'

function metaXml(exported: Exported): string {
  const { negotiation, language, revision } = exported
  const { fact } = revision
  const work = `/akn/xx/bill/${negotiation}/${revision.draft}`
  const expression = `${work}/${language ?? 'und'}@${revision.revision}`
  const date = (fact.occurred.from ?? fact.recordedAt).slice(0, 10)
  const recorded = fact.recordedAt.slice(0, 10)
  const authors = revision.proposers.length === 0 ? ['ledger'] : revision.proposers
  const author = authors.map((id) => `<FRBRauthor href="#party-${id}"/>`).join('')
  const uris = (uri: string) => `<FRBRthis value="${uri}/!main"/><FRBRuri value="${uri}"/>`
  const organisations = authors.map(
    (id) =>
      `<TLCOrganization eId="party-${id}" href="/akn/ontology/organization/${id}" showAs="${id}"/>`,
  )
  return `<meta>
<identification source="#party-${authors[0]}">
<FRBRWork>${uris(work)}<FRBRdate date="${date}" name="occurred"/>${author}<FRBRcountry value="xx"/><FRBRname value="${xml(titleOf(exported))}"/></FRBRWork>
<FRBRExpression>${uris(expression)}<FRBRdate date="${date}" name="occurred"/>${author}<FRBRlanguage language="${language ?? 'und'}"/></FRBRExpression>
<FRBRManifestation>${uris(`${expression}.xml`)}<FRBRdate date="${recorded}" name="recorded"/>${author}</FRBRManifestation>
</identification>
<lifecycle source="#party-${authors[0]}"><eventRef eId="event-${fact.id}" date="${date}" type="amendment" source="#party-${authors[0]}"/></lifecycle>
<references source="#party-${authors[0]}">${organisations.join('')}</references>
</meta>`
}

function clauseXml({ clause, within }: Branch, above: string, place: number): string {
  const eId = `${above}hcontainer_${place}`
  const { id, label, heading, text } = clause
  const paragraphs = text.split('\n').map((line) => `<p>${xml(line)}</p>`)
  const name = within.length > 0 ? 'intro' : 'content'
  const words = `<${name} eId="${eId}__${name}">${paragraphs.join('')}</${name}>`
  const parts = [
    `<hcontainer eId="${eId}" wId="${id}" name="clause">`,
    label === null ? '' : `<num>${xml(label)}</num>`,
    heading === null ? '' : `<heading>${xml(heading)}</heading>`,
    within.length > 0 && text === '' ? '' : words,
    ...within.map((each, n) => clauseXml(each, `${eId}__`, n + 1)),
    '</hcontainer>',
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function treeOf(clauses: readonly ClauseInText[]): Branch[] {
  const tops: Branch[] = []
  const path: Branch[] = []
  for (const clause of clauses) {
    const branch: Branch = { clause, within: [] }
    path.length = clause.depth
    ;(path.at(-1)?.within ?? tops).push(branch)
    path.push(branch)
  }
  return tops
}

function xml(text: string): string {
  return escaped(
    text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD'),
  )
}
