import { type VerifierKey, vkeyOf } from '../log/note.ts'
import type { Findings } from './findings.ts'
import { type Cosigned, cosignersOf, type Policy } from './policy.ts'

/** All that a verifier says at the end, and the code that it ends with. */
export interface Report {
  readonly lines: readonly string[]
  readonly exit: 0 | 1 | 3
}

const PLACED = 'That these entries exist, and where, is proven.'

/** All that was proven of a bundle, what was not, and if it is as strong as was asked. */
export function reportOf(findings: Findings, policy: Policy | undefined): Report {
  const { manifest, head, signedBy, keys, continued, imported, recorded } = findings
  const { bodiless, bodilessPublic, erased } = findings
  const withheld = bodiless - bodilessPublic - erased
  const { size, signedFrom, level } = manifest
  const cosigned = policy === undefined ? [] : cosignersOf(policy, findings.note)
  const isMet = policy?.isMet(new Set(cosigned.map(({ witness }) => witness.name))) ?? true
  const known = Math.max(0, ...continued, ...(policy && isMet ? [size] : []))
  const proven = [
    `All ${size} entries of ${head.origin} are there, in their order, each with its own place, and none besides.`,
    `They are the ${size} entries of the checkpoint that the key ${nameOf(signedBy)} signed, root ${Buffer.from(head.root).toString('base64')}.`,
    ...continued.map((held) => `They continue the checkpoint of ${held} entries that you held.`),
    ...(keys.length > 1
      ? [
          `The log was handed from key to key ${keys.length - 1} times, each time signed by the key before: ${keys.map(nameOf).join(', ')}.`,
        ]
      : []),
    ...cosigned.map(seenBy),
  ]
  const notProven = [
    ...(known < size
      ? [
          `That the operator has not rewritten ${known === 0 ? 'the entries' : `entry ${known} and those after it`} before signing this checkpoint: compare it with one that you keep (--checkpoint), or ask for witnesses (--policy).`,
        ]
      : []),
    ...(policy && isMet ? [] : ['That others were shown the same history: that takes witnesses.']),
    ...(signedFrom === null
      ? ['Since when checkpoints were signed: this service does not keep that.']
      : signedFrom > 0
        ? [
            `Entries 0 to ${signedFrom - 1} had been recorded before the first checkpoint was signed, which covers them: until then they are the operator's word.`,
          ]
        : []),
    `When anything was recorded, beyond the word of the operator (${recorded.first} to ${recorded.last})${cosigned.length > 0 ? ' and the times of the witnesses' : ''}.`,
    ...(imported > 0
      ? [
          `The recording times of ${imported} imported entries: they are the claim of the system that those came from.`,
        ]
      : []),
    ...(erased > 0
      ? [
          `What ${erased} of the entries said: they were erased, as entries of the log tell. ${PLACED}`,
        ]
      : []),
    ...(withheld > 0
      ? [`What ${withheld} of the entries say: their bodies are withheld. ${PLACED}`]
      : []),
    ...(bodilessPublic > 0
      ? [
          `What ${bodilessPublic} of the public entries say: everyone may read them, and whoever made this file left their bodies out. Fetch it from the service again.`,
        ]
      : []),
    ...findings.timestamps.map(
      (size) =>
        `The timestamp (RFC 3161) on the checkpoint of ${size} entries: it is there and was not checked. docs/auditing.md has the line for openssl.`,
    ),
    'That nothing was refused or left out before it was recorded: no log can show that.',
  ]
  const weaker = [
    ...(isMet ? [] : ['the quorum of witnesses is not met']),
    ...(bodilessPublic > 0 ? ['bodies of public entries are left out'] : []),
  ]
  const title =
    weaker.length > 0 ? `Intact, but weaker than asked: ${weaker.join(', and ')}` : 'Proven'
  const lines = [
    ...section(title, proven),
    ...section('Not proven', notProven),
    `${size - bodiless} of ${size} bodies were checked against their headers; level ${level}.`,
  ]
  return { lines, exit: weaker.length > 0 ? 3 : 0 }
}

/**
 * A line as it may be shown: characters that steer a terminal, or that hide or reorder text, come from
 * whoever made the file, and are written as escapes.
 */
export function printable(line: string): string {
  return line.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}

export function section(title: string, items: readonly string[]): string[] {
  return [`${title}:`, ...items.map((item) => `  - ${item}`)]
}

export function seenBy({ witness, time }: Cosigned): string {
  return `Witness ${witness.name} had seen all of it by ${new Date(time * 1000).toISOString()}, and nothing that contradicts it.`
}

export function nameOf(key: VerifierKey): string {
  return vkeyOf(key)
}
