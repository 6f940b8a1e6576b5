import type { ReasonOrText } from './decide/reasons.ts'
import { sentenceOn } from './decide/refusal.ts'
import { type ProblemCode, problems } from './problems.ts'
import type { DamageKind } from './store/event-store.ts'
import { reasons } from './words/en/reasons.ts'
import { renderReason } from './words/words.ts'

/**
 * A part of a request: a member of the body by its JSON Pointer (RFC 6901), a line of it by its
 * number from 1, a parameter, a header.
 */
export type RequestPart =
  | { readonly pointer: string; readonly line?: number; readonly column?: number }
  | { readonly line: number }
  | { readonly parameter: string }
  | { readonly header: string }

/** A part of a request at fault. */
export type Fault = RequestPart & {
  readonly code: ProblemCode
  /** The name with which a sentence on it begins. */
  readonly name: string
  /** The rest of that sentence: what is wrong, and what would be right. */
  readonly what: ReasonOrText
}

/** The damage of a ledger: its first revision and its kind. */
export interface NamedDamage {
  readonly ledger: string
  readonly kind: DamageKind
  readonly revision?: number | undefined
}

/** Thrown where a request ends in a problem. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly errors: readonly Fault[]
  readonly headers: Readonly<Record<string, string>>
  readonly damage: NamedDamage | undefined
  constructor(
    code: ProblemCode,
    detail: string,
    more: {
      errors?: readonly Fault[]
      headers?: Readonly<Record<string, string>>
      damage?: NamedDamage
    } = {},
  ) {
    super(detail)
    this.name = 'Problem'
    this.code = code
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
    this.damage = more.damage
  }
}

/** A part of a request, and the rest of the sentence that begins with its name. */
export type FaultyPart = RequestPart & { readonly what: ReasonOrText; readonly code?: ProblemCode }

/**
 * The problem that parts of a request are at fault; its detail is what is said of each.
 *
 * @param whole the name of what was sent, for a fault that concerns all of it
 */
export function problemAt(
  code: ProblemCode,
  parts: readonly FaultyPart[],
  whole = 'The request',
  headers: Readonly<Record<string, string>> = {},
): Problem {
  const errors = parts.map(({ what, code: own = code, ...part }): Fault => {
    return { ...part, code: own, name: nameOf(part, whole), what }
  })
  const detail = errors.map((fault) => sentenceOf(fault, reasons)).join(' ')
  return new Problem(code, detail, { errors, headers })
}

function sentenceOf({ name, what }: Fault, inLanguage: typeof reasons): string {
  return sentenceOn(name, renderReason(inLanguage, what))
}

function nameOf(part: RequestPart, whole: string): string {
  if ('parameter' in part) return part.parameter
  if ('header' in part) return part.header
  return 'pointer' in part ? part.pointer || whole : `Line ${part.line}`
}

/**
 * The problem details object (RFC 9457) of a problem; `instance` is the id of the request.
 *
 * @param inLanguage the reasons in the language of the client
 */
export function problemDetails(
  { code, message, errors, damage }: Problem,
  instance: string,
  inLanguage = reasons,
) {
  const { status, title } = problems[code]
  const told = errors.map((fault) => {
    const { name: _, what, ...part } = fault
    const reason = typeof what === 'string' ? {} : { reason: what.code, params: what.params }
    const detail = sentenceOf(fault, inLanguage)
    return { ...part, detail, what: `${renderReason(inLanguage, what)}.`, ...reason }
  })
  return {
    type: `/docs/problems#${code}`,
    title,
    status,
    detail: told.length === 0 ? message : told.map(({ detail }) => detail).join(' '),
    instance: `urn:uuid:${instance}`,
    code,
    ...(told.length > 0 && { errors: told }),
    ...(damage && {
      damage: { ledger: damage.ledger, kind: damage.kind, revision: damage.revision ?? null },
    }),
  }
}
