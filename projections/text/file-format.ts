/** The formats in which a text is read from a file. */
export type FileFormat = 'plain' | 'markdown' | 'docx' | 'pdf'

/** A format that is not read, and what to do with such a file. */
export interface UnreadFormat {
  /** With its article, as in `a web page`. */
  readonly unread: string
  readonly remedy: string
}

/** So far into a file its first words say what it is. */
const BEGINNING = 1_024

const SAVE = 'open it in a word processor, and save it as docx or as plain text in UTF-8'
const BROWSER = 'open it in a browser, and save it as PDF or as plain text in UTF-8'
const XML = { unread: 'XML', remedy: BROWSER }
const RTF = { unread: 'RTF', remedy: SAVE }
const WEB_PAGE = { unread: 'a web page', remedy: BROWSER }
const OPEN_DOCUMENT = { unread: 'an OpenDocument text', remedy: SAVE }
const TABLE = { unread: 'a table', remedy: 'save the text of its cells as plain text in UTF-8' }
const SLIDES = { unread: 'a presentation', remedy: 'save it as PDF' }

const BY_END: Readonly<Record<string, FileFormat | UnreadFormat>> = {
  ...{ md: 'markdown', markdown: 'markdown', pdf: 'pdf' },
  ...{ docx: 'docx', docm: 'docx', dotx: 'docx', dotm: 'docx' },
  ...{ rtf: RTF, odt: OPEN_DOCUMENT, ott: OPEN_DOCUMENT, fodt: OPEN_DOCUMENT, sxw: OPEN_DOCUMENT },
  ...{ htm: WEB_PAGE, html: WEB_PAGE, xhtml: WEB_PAGE, mht: WEB_PAGE, mhtml: WEB_PAGE, xml: XML },
  ...{ xls: TABLE, xlsx: TABLE, ods: TABLE, csv: TABLE, ppt: SLIDES, pptx: SLIDES, odp: SLIDES },
  json: { unread: 'JSON', remedy: 'save its words as plain text in UTF-8' },
  doc: { unread: 'a file of an older Word (doc)', remedy: SAVE },
  dot: { unread: 'a file of an older Word (dot)', remedy: SAVE },
  wpd: { unread: 'a file of WordPerfect', remedy: SAVE },
  wps: { unread: 'a file of Works', remedy: SAVE },
  pages: { unread: 'a file of Pages', remedy: 'export it as docx or PDF' },
  epub: { unread: 'an e-book', remedy: 'save it as PDF or as plain text in UTF-8' },
  tex: { unread: 'TeX', remedy: 'typeset it, and use the PDF' },
}

/**
 * The format of a file by what it has in it or, where that does not tell, by the end of its name; plain
 * text without either.
 */
export function formatOfFile(name: string, bytes: Uint8Array): FileFormat | UnreadFormat {
  const end = /\.([a-z]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  const named = Object.hasOwn(BY_END, end) ? BY_END[end] : undefined
  const first = latin(bytes.subarray(0, BEGINNING))
  const words = first.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')
  if (words.startsWith('%PDF-')) return 'pdf'
  if (first.startsWith('PK\u0003\u0004')) return zipped(first, bytes, named)
  if (first.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    const unread = 'a file of an older Word (doc), or one with a password'
    return { unread, remedy: `${SAVE}, without a password` }
  }
  if (words.startsWith('{\\rtf')) return RTF
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+)?html\b/i.test(words))
    return WEB_PAGE
  if (words.startsWith('<?xml')) return XML
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(first)) {
    return { unread: 'text in UTF-16', remedy: 'save it as text in UTF-8' }
  }
  return named ?? 'plain'
}

function zipped(
  first: string,
  bytes: Uint8Array,
  named: FileFormat | UnreadFormat | undefined,
): FileFormat | UnreadFormat {
  if (first.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return OPEN_DOCUMENT
  if (named !== undefined && named !== 'markdown' && named !== 'pdf') return named
  // The list of what is in an archive stands at its end.
  const isWord = latin(bytes.subarray(-65_536)).includes('word/')
  const unread = 'an archive'
  return isWord ? 'docx' : { unread, remedy: 'unpack it, and use the file that is in it' }
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
