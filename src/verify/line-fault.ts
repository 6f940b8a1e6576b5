import { BundleMalformed, readEntryLine } from '../log/bundle.ts'
import { standsAt } from '../log/canonical-bytes.ts'
import { jsonValue } from '../log/canonical-json.ts'
import { headerText, isHeader } from '../log/header.ts'

const BYTE_ORDER_MARK = Buffer.from('\ufeff')

/** What an editor or a transfer of text has made of a line; undefined where it was not noticed. */
export function changeOf(line: Buffer): string | undefined {
  const added =
    line.at(-1) === 0x0d
      ? 'ends with a carriage return'
      : standsAt(line, 0, BYTE_ORDER_MARK) && 'begins with a byte order mark'
  if (added === false) return undefined
  return `the line ${added}, which was added on the way: fetch the file again, as bytes`
}

/** What is wrong with a line that is no entry in canonical form, as far as it can be told. */
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
