import { readFileSync } from 'node:fs'
import { BundleMalformed } from '../log/bundle.ts'
import { CanonicalJsonError } from '../log/canonical-json.ts'
import { NoteInvalid, readVkey, type VerifierKey } from '../log/note.ts'
import { ProofInvalid } from '../log/proof-steps.ts'
import { Tampered } from './findings.ts'
import { LineBroken } from './lines.ts'
import { type Policy, PolicyInvalid, readPolicy } from './policy.ts'
import type { Report } from './report.ts'

/** A command was called with what it cannot use. */
export class Usage extends Error {}

/** A vkey, or that in a file. @throws {Usage} */
export function keyOf(given: string): VerifierKey {
  try {
    return readVkey(/\+[0-9a-f]{8}\+/.test(given) ? given : read(given).trim())
  } catch (error) {
    if (error instanceof NoteInvalid) {
      const line = 'the line that the operator gives and …/log/vkey shows, or a file with it alone'
      throw new Usage(`--key: ${error.message}. Give ${line}.`)
    }
    throw error
  }
}

/** The policy in a file. @throws {Usage} */
export function policyOf(file: string): Policy {
  try {
    return readPolicy(read(file))
  } catch (error) {
    if (error instanceof PolicyInvalid) throw new Usage(`--policy: ${error.message}.`)
    throw error
  }
}

/** The text of a file. @throws {Usage} it cannot be read. */
export function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw unreadable(file, (error as NodeJS.ErrnoException).code)
  }
}

/**
 * Reports what is wrong with a file: that is a finding, and what is wrong with the call is not.
 *
 * @throws {Usage} @throws the error, where it is neither.
 */
export function failed(error: unknown, file: string): Report {
  const { message, code } = error as NodeJS.ErrnoException
  if (error instanceof Usage) throw error
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') {
    throw unreadable(file, code)
  }
  const isFound =
    error instanceof Tampered ||
    error instanceof NoteInvalid ||
    error instanceof ProofInvalid ||
    error instanceof BundleMalformed ||
    error instanceof CanonicalJsonError ||
    error instanceof LineBroken
  if (!isFound) throw error
  return { lines: [`NOT PROVEN. ${file}: ${message}.`, ADVICE], exit: 1 }
}

const ADVICE =
  'Fetch it from the service again. If it says the same then, keep this file, and show it to the operator and to others who rely on the log.'

function unreadable(file: string, code = ''): Usage {
  const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }[code] ?? code
  return new Usage(`${file} cannot be read: ${why}. Name a file that you may read.`)
}
