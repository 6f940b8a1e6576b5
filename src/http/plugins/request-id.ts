import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id of a request: the one that the client gave it as `Request-Id`, a UUID, else a new one. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['request-id']
  return typeof given === 'string' && UUID.test(given) ? given : randomUUID()
}

/** The trace that a request is part of, as its `traceparent` says (W3C Trace Context). */
export interface Trace {
  readonly traceId: string
  readonly parentId: string
}

/** @returns undefined where the header is missing or is none. */
export function traceOf({ headers }: Pick<IncomingMessage, 'headers'>): Trace | undefined {
  const given = String(headers.traceparent ?? '')
  const [, version, traceId, parentId] = TRACEPARENT.exec(given) ?? []
  if (traceId === undefined || parentId === undefined || version === 'ff') return undefined
  const isNone = /^0+$/.test(traceId) || /^0+$/.test(parentId)
  return isNone ? undefined : { traceId, parentId }
}

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(?:-.*)?$/
