import { sentenceOn } from './decide/refusal.ts'
import { type ProblemCode, problems } from './problems.ts'
import type { DamageKind } from './store/event-store.ts'

/**
 * A part of a request: a member of the body by its JSON Pointer (RFC 6901), a line of it by its
 * number from 1, a parameter, a header.
 */
export type RequestPart =
  | { readonly pointer: string; readonly line?: number; readonly column?: number }
  | { readonly line: number }
  | { readonly parameter: string }
  | { readonly header: string }

/** A part of a request at fault, with a sentence that says what is wrong and what would be right. */
export type Fault = RequestPart & { readonly detail: string; readonly code: ProblemCode }

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
export type FaultyPart = RequestPart & { readonly what: string; readonly code?: ProblemCode }

/**
 * The problem that parts of a request are at fault; its detail is what is said of each.
 *
 * @param whole the name of what was sent, for a fault that concerns all of it
 */
export function problemAt(
  code: ProblemCode,
  parts: readonly FaultyPart[],
  whole = 'The request',
): Problem {
  const errors = parts.map(({ what, code: own = code, ...part }): Fault => {
    return { ...part, code: own, detail: sentenceOn(nameOf(part, whole), what) }
  })
  return new Problem(code, errors.map(({ detail }) => detail).join(' '), { errors })
}

function nameOf(part: RequestPart, whole: string): string {
  if ('parameter' in part) return part.parameter
  if ('header' in part) return part.header
  return 'pointer' in part ? part.pointer || whole : `Line ${part.line}`
}

/** The problem details object (RFC 9457) of a problem; `instance` is the id of the request. */
export function problemDetails({ code, message, errors, damage }: Problem, instance: string) {
  const { status, title } = problems[code]
  return {
    type: `/docs/problems#${code}`,
    title,
    status,
    detail: message,
    instance: `urn:uuid:${instance}`,
    code,
    ...(errors.length > 0 && { errors }),
    ...(damage && {
      damage: { ledger: damage.ledger, kind: damage.kind, revision: damage.revision },
    }),
  }
}
