import { type ProblemCode, problems } from './problems.ts'
import type { DamageKind } from './store/event-store.ts'

/**
 * The part of a request at fault: a member of the body by its JSON Pointer (RFC 6901), a line of it
 * by its number from 1, a parameter, a header.
 */
export type Fault = { readonly detail: string; readonly code?: ProblemCode } & (
  | { readonly pointer: string }
  | { readonly line: number }
  | { readonly parameter: string }
  | { readonly header: string }
)

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
