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
  return zipSync({
    'word/document.xml': strToU8(
      `<w:document ${SPACE}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    'word/comments.xml': strToU8(`<w:comments ${SPACE}>${comments}</w:comments>`),
    'word/numbering.xml': strToU8(
      `<w:numbering ${SPACE}><w:abstractNum w:abstractNumId="3">${levels}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
    ),
    'word/media/image1.png': new Uint8Array(100),
  })
}
