import { strToU8, zipSync } from 'fflate'

const SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const LEVELS = [
  ['decimal', '%1.'],
  ['lowerLetter', '(%2)'],
  ['lowerRoman', '(%2)(%3)'],
]

/** A paragraph of runs and changes. */
export function paragraph(...parts: readonly string[]): string {
  return `<w:p>${parts.join('')}</w:p>`
}

/** A run of words, as they stand. */
export function run(words: string): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escaped}</w:t></w:r>`
}

/** Runs that an author inserted or deleted at a time. */
export function tracked(
  kind: 'ins' | 'del',
  author: string,
  date: string,
  ...runs: readonly string[]
): string {
  return `<w:${kind} w:id="1" w:author="${author}" w:date="${date}">${runs.join('')}</w:${kind}>`
}

/** A file of these paragraphs, with list 7 numbered 1. (a) (a)(i). */
export function docx(...parts: readonly (string | { readonly comments: string })[]): Uint8Array {
  const body = parts.filter((part) => typeof part === 'string').join('')
  const { comments = '' } = parts.find((part) => typeof part === 'object') ?? {}
  const levels = LEVELS.map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  ).join('')
  return packed({
    document: `<w:document ${SPACE}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    comments: `<w:comments ${SPACE}>${comments}</w:comments>`,
    numbering: `<w:numbering ${SPACE}><w:abstractNum w:abstractNumId="3">${levels}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
  })
}

/** A file of parts by their kinds, which stand at `folder` under names of no meaning. */
export function packed(parts: Readonly<Record<string, string>>, folder = 'word'): Uint8Array {
  const { document: _, ...others } = parts
  const names = Object.keys(others).map((kind, at) => [kind, `part${at}.xml`] as const)
  return zipSync({
    '_rels/.rels': related([['officeDocument', `${folder}/main.xml`]]),
    [`${folder}/main.xml`]: strToU8(parts.document as string),
    [`${folder}/_rels/main.xml.rels`]: related(names),
    ...Object.fromEntries(
      names.map(([kind, name]) => [`${folder}/${name}`, strToU8(others[kind] as string)]),
    ),
    [`${folder}/media/image1.png`]: new Uint8Array(100),
  })
}

/** The part that says of each kind which part it is. */
function related(names: readonly (readonly [kind: string, name: string])[]): Uint8Array {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const rows = names.map(
    ([kind, name], at) => `<Relationship Id="rId${at}" Type="${types}/${kind}" Target="${name}"/>`,
  )
  return strToU8(`<Relationships xmlns="r">${rows.join('')}</Relationships>`)
}
