import { z } from 'zod'
import type { ProblemCode } from '../../problems/problems.ts'
import type { ReplyHeader, RequestHeader } from './headers.ts'
import type { Tag } from './tags.ts'

/** A body, as it goes one way or the other. */
export interface BodyContent {
  /** `application/json` where it is not said. */
  readonly mediaType?: string
  /** Of the whole; a text where it is not said. */
  readonly schema?: z.ZodType
  /** Of each line, or of the data of each event, where the whole is a stream of them. */
  readonly line?: z.ZodType
}

export interface Reply extends BodyContent {
  readonly description: string
  readonly headers?: readonly ReplyHeader[]
  /** Its other forms, where it has several. */
  readonly also?: BodyContent | readonly BodyContent[]
}

/** A request that a test makes, on a service that holds the example ledger, `peace-plan`. */
export interface Example {
  /** Of what it is an example, where there are several. */
  readonly summary?: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Partial<Record<RequestHeader, string>>>
  /** The status that answers it, where that is no success. */
  readonly status?: number
  /** JSON, or the text itself. */
  readonly body?: unknown
}

/** All that the documentation says of one route, and what is checked of its parameters. */
export interface Operation {
  readonly id: string
  readonly tag: Tag
  readonly summary: string
  readonly description?: string
  readonly params?: z.ZodRawShape
  readonly query?: z.ZodRawShape
  /** Parameters of the query that are not named here are passed over: others choose them. */
  readonly openQuery?: true
  readonly headers?: readonly RequestHeader[]
  readonly body?: readonly BodyContent[]
  /** By status; successes alone, and redirections. */
  readonly replies: Readonly<Record<number, Reply>>
  /** Problems that it can answer with beyond those that every request can meet (`ANY`). */
  readonly problems: readonly ProblemCode[]
  readonly examples: readonly [Example, ...Example[]]
  /** It goes on until one side leaves: HEAD makes no sense of it, nor does its duration. */
  readonly endless?: true
}

/** Tells if it is answered line by line: a stream of events, or the download of a history. */
export function isStreamed({ replies }: Operation): boolean {
  return Object.values(replies).some(({ line }) => line !== undefined)
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The documentation of the route; a route without any is no part of the API. */
    operation?: Operation
  }
}

/**
 * The options of a route that is documented. A parameter that the operation does not name is
 * refused; so is any, where it names none.
 */
export function operation(described: Operation) {
  return {
    schema: {
      params: z.strictObject(described.params ?? {}),
      querystring: (described.openQuery ? z.looseObject : z.strictObject)(described.query ?? {}),
    },
    config: { operation: described },
    exposeHeadRoute: described.endless !== true,
  }
}
