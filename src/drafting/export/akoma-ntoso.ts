import { escaped } from '../../../projections/text/html.ts'
import { metaXml } from './akoma-ntoso-meta.ts'
import { type Branch, branchesOf } from './branches.ts'
import type { Exported } from './exported.ts'

/**
 * Akoma Ntoso 1.0 (OASIS LegalDocumentML, namespace akn/3.0). Each clause is an `hcontainer` whose
 * `wId` is its id, the same in every revision, and whose `eId` is its place in this one. Text is
 * verbatim, brackets too; what else the ledger knows of a clause is in the notes of `meta`, which
 * change nothing of the text. Characters that XML 1.0 cannot hold become U+FFFD.
 */
export function asAkomaNtoso(exported: Exported): string {
  const { tops, all } = branchesOf(exported.content.clauses)
  const { contents } = exported.content
  const status = contents === 'known' ? '' : ` status="${contents}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<bill name="draft">
${metaXml(exported, all)}
<body eId="body"${status}>
${tops.length === 0 ? EMPTY : tops.map(clauseXml).join('\n')}
</body>
</bill>
</akomaNtoso>
`
}

const EMPTY =
  '<hcontainer eId="hcontainer_1" name="empty"><content eId="hcontainer_1__content"><p/></content></hcontainer>'

function clauseXml({ eId, clause, within }: Branch): string {
  const { id, label, heading, text } = clause
  const paragraphs = text.split('\n').map((line) => `<p>${escaped(line)}</p>`)
  const name = within.length > 0 ? 'intro' : 'content'
  const words = `<${name} eId="${eId}__${name}">${paragraphs.join('')}</${name}>`
  const parts = [
    `<hcontainer eId="${eId}" wId="${id}" name="clause">`,
    label === null ? '' : `<num>${escaped(label)}</num>`,
    heading === null ? '' : `<heading>${escaped(heading)}</heading>`,
    within.length > 0 && text === '' ? '' : words,
    ...within.map(clauseXml),
    '</hcontainer>',
  ]
  return parts.filter((part) => part !== '').join('\n')
}
