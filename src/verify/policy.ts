import {
  COSIGNATURE,
  cosignatureTime,
  type Note,
  NoteInvalid,
  readVkey,
  signatureBy,
  type VerifierKey,
} from '../log/note.ts'

/** The witnesses that must have cosigned a checkpoint: a policy of C2SP tlog-policy. */
export interface Policy {
  /** Keys of logs by which checkpoints may be signed. */
  readonly logs: readonly VerifierKey[]
  readonly witnesses: readonly Witness[]
  /** True if the witnesses of these names are enough. */
  readonly isMet: (names: ReadonlySet<string>) => boolean
}

export interface Witness {
  /** Its name in the policy. */
  readonly name: string
  readonly key: VerifierKey
  readonly url: string | undefined
}

/** A policy file cannot be used. The message names the line. */
export class PolicyInvalid extends Error {}

type Check = (names: ReadonlySet<string>) => boolean

/** @throws {PolicyInvalid} */
export function readPolicy(text: string): Policy {
  const logs: VerifierKey[] = []
  const witnesses: Witness[] = []
  const checks = new Map<string, Check>()
  let quorum: Check | undefined
  for (const [index, line] of text.split('\n').entries()) {
    const refuse = (why: string): never => {
      throw new PolicyInvalid(`line ${index + 1} of the policy: ${why}`)
    }
    const keyOf = (vkey: string): VerifierKey => {
      try {
        return readVkey(vkey)
      } catch (error) {
        return refuse((error as Error).message)
      }
    }
    const define = (name: string, check: Check) => {
      if (name === '' || name === 'none' || checks.has(name))
        refuse(`${name} cannot be a name here`)
      checks.set(name, check)
    }
    const known = (name: string): Check =>
      checks.get(name) ?? refuse(`${name} is not defined above`)
    const [word, name = '', ...rest] = line.split(/[ \t]+/).filter((part) => part !== '')
    if (word === undefined || word.startsWith('#')) continue
    if (word === 'log') logs.push(keyOf(name))
    else if (word === 'witness') {
      const key = keyOf(rest[0] ?? '')
      if (key.type !== COSIGNATURE) refuse('the key is not that of a witness')
      define(name, (names) => names.has(name))
      witnesses.push({ name, key, url: rest[1] })
    } else if (word === 'group') {
      const [least = '', ...members] = rest
      const parts = members.map(known)
      const count = { any: 1, all: parts.length }[least] ?? Number(least)
      if (!Number.isInteger(count) || count < 1 || count > parts.length) {
        refuse(`${least} of ${parts.length} is no threshold`)
      }
      define(name, (names) => parts.filter((check) => check(names)).length >= count)
    } else if (word === 'quorum') {
      if (quorum !== undefined) refuse('there are two quorums')
      quorum = name === 'none' ? () => true : known(name)
    } else refuse(`${word} is not log, witness, group or quorum`)
  }
  if (quorum === undefined) throw new PolicyInvalid('the policy has no quorum')
  return { logs, witnesses, isMet: quorum }
}

/** A witness that cosigned, and when it says that it did, in seconds since 1970. */
export interface Cosigned {
  readonly witness: Witness
  readonly time: number
}

/**
 * The witnesses of a policy that cosigned a note. A signature that is wrong counts for nothing.
 */
export function cosignersOf({ witnesses }: Policy, note: Note): readonly Cosigned[] {
  return witnesses.flatMap((witness) => {
    try {
      const line = signatureBy(witness.key, note)
      return line === undefined ? [] : [{ witness, time: cosignatureTime(line) }]
    } catch (error) {
      if (error instanceof NoteInvalid) return []
      throw error
    }
  })
}
