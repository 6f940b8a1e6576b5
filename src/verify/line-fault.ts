import { BundleMalformed, readEntryLine } from '../log/bundle.ts'
import { standsAt } from '../log/canonical-bytes.ts'
import { jsonValue } from '../log/canonical-json.ts'
import { headerText, isHeader } from '../log/header.ts'

const BYTE_ORDER_MARK = Buffer.from('\ufeff')

/** Names a change that an editor or a transfer as text made to a line; undefined if none shows. */
export function changeOf(line: Buffer): string | undefined {
  const added =
    line.at(-1) === 0x0d
      ? 'ends with a carriage return'
      : standsAt(line, 0, BYTE_ORDER_MARK) && 'begins with a byte order mark'
  if (added === false) return undefined
  return `the line ${added}, which was added on the way: fetch the file again, as bytes`
}

/** Names the first fault of a line that is not an entry in canonical form. */
export function faultOf(line: string): string {
  try {
    const { header: text, salt } = readEntryLine(line)
    const header = jsonValue(text)
    if (!isHeader(header)) return 'the header has not the members of one'
    if (headerText(header) !== text) return 'the header is not in canonical form'
    if (salt !== undefined && salt.length !== 22) return 'the salt is not 16 bytes in base64url'
    return 'the body is not in canonical form'
  } catch (error) {
    if (error instanceof BundleMalformed) return error.message
    throw error
  }
}
