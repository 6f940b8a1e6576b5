import { sentenceOn } from '../decide/refusal.ts'
import type { DamageKind } from '../store/event-store.ts'
import { DETAILS, REASONS, REQUEST_PARTS, TITLES } from '../words/all-languages.ts'
import type { Detail } from '../words/detail.ts'
import type { Language } from '../words/language.ts'
import type { AnyReason } from '../words/reason.ts'
import { renderCoded, renderReason } from '../words/words.ts'
import { type ProblemCode, problems } from './problems.ts'

/**
 * A part of a request: a member of the body by its JSON Pointer (RFC 6901), a line of it by its
 * number from 1, a parameter, a header.
 */
export type RequestPart =
  | { readonly pointer: string; readonly line?: number; readonly column?: number }
  | { readonly line: number }
  | { readonly parameter: string }
  | { readonly header: string }

/** A thing that is sent as one. */
type Whole = 'request' | 'command'

/** A part of a request at fault. */
export type Fault = RequestPart & {
  readonly code: ProblemCode
  /** The whole that a pointer to nothing within it leads to. */
  readonly whole: Whole
  /** The rest of that sentence: what is wrong, and what would be right. */
  readonly what: AnyReason
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
  /** The whole of what is wrong, where no part of the request is at fault. */
  readonly said: Detail | undefined
  readonly errors: readonly Fault[]
  readonly headers: Readonly<Record<string, string>>
  readonly damage: NamedDamage | undefined
  constructor(
    code: ProblemCode,
    said: Detail | undefined,
    more: {
      errors?: readonly Fault[]
      headers?: Readonly<Record<string, string>>
      damage?: NamedDamage
    } = {},
  ) {
    super(sentencesOf(said, more.errors ?? [], 'en'))
    this.name = 'Problem'
    this.code = code
    this.said = said
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
    this.damage = more.damage
  }
}

/** A part of a request, and the rest of the sentence that begins with its name. */
export type FaultyPart = RequestPart & {
  readonly what: AnyReason
  readonly code?: ProblemCode
}

/**
 * The problem that parts of a request are at fault; its detail is what is said of each.
 *
 * @param whole the thing that was sent, for a fault that concerns all of it
 */
export function problemAt(
  code: ProblemCode,
  parts: readonly FaultyPart[],
  whole: Whole = 'request',
  headers: Readonly<Record<string, string>> = {},
): Problem {
  const errors = parts.map(({ what, code: own = code, ...part }): Fault => {
    return { ...part, code: own, whole, what }
  })
  return new Problem(code, undefined, { errors, headers })
}

/** The detail of a problem: what is wrong with each part, else the whole of it. */
function sentencesOf(
  said: Detail | undefined,
  errors: readonly Fault[],
  language: Language,
): string {
  if (said !== undefined) return renderCoded(DETAILS[language], said)
  return errors.map((fault) => sentenceOf(fault, language)).join(' ')
}

function sentenceOf(fault: Fault, language: Language): string {
  return sentenceOn(nameOf(fault, language), renderReason(REASONS[language], fault.what))
}

/** The name of a part, with which a sentence on it begins. */
function nameOf(part: Fault, language: Language): string {
  if ('parameter' in part) return part.parameter
  if ('header' in part) return part.header
  const names = REQUEST_PARTS[language]
  return 'pointer' in part ? part.pointer || names[part.whole] : names.line(part.line)
}

/**
 * The problem details object (RFC 9457) of a problem; `instance` is the id of the request.
 *
 * @param language that of the client
 */
export function problemDetails(
  { code, said, errors, damage }: Problem,
  instance: string,
  language: Language = 'en',
) {
  const { status } = problems[code]
  const told = errors.map((fault) => {
    const { whole: _, what, ...part } = fault
    const reason = { reason: what.code, params: what.params }
    const detail = sentenceOf(fault, language)
    return { ...part, detail, what: `${renderReason(REASONS[language], what)}.`, ...reason }
  })
  return {
    type: `/docs/problems#${code}`,
    title: language === 'en' ? problems[code].title : TITLES[language][code],
    status,
    detail: sentencesOf(said, errors, language),
    instance: `urn:uuid:${instance}`,
    code,
    ...(told.length > 0 && { errors: told }),
    ...(damage && {
      damage: { ledger: damage.ledger, kind: damage.kind, revision: damage.revision ?? null },
    }),
  }
}
