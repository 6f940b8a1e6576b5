import { z } from 'zod'
import { type ProblemCode, problems } from '../../problems/problems.ts'
import type { DamageKind } from '../../store/event-store.ts'
import { allReasons } from '../../words/en/all-reasons.ts'
import type { AnyReason } from '../../words/reason.ts'
import { ParamsSchema } from './common.ts'

type ReasonCode = AnyReason['code']

const codes = Object.keys(problems) as [ProblemCode]

const Fault = z
  .strictObject({
    detail: z
      .string()
      .describe('A sentence that names the part, says what is wrong, and what to do'),
    what: z.string().describe('The same without the name of the part'),
    code: z.enum(codes).describe('Code of this fault: those of one request may differ'),
    reason: z
      .enum(Object.keys(allReasons) as [ReasonCode])
      .describe('Which sentence it is: the same in every language'),
    params: ParamsSchema,
    pointer: z.string().optional().describe('Into the body: a JSON Pointer (RFC 6901)'),
    parameter: z.string().optional().describe('Name of the query or path parameter at fault'),
    header: z.string().optional().describe('Name of the request header at fault'),
    line: z.int().optional().describe('Of a file, or of a body that is not JSON, from 1 on'),
    column: z.int().optional().describe('Of the line of a body that is not JSON, from 1 on'),
  })
  .meta({ id: 'Fault', description: 'One thing at fault in a request' })

const KINDS = [
  'missing',
  'altered',
  'out_of_order',
  'unreadable',
  'unknown_event',
  'unfoldable',
  'foreign',
  'deleted',
  'retention',
] as const satisfies readonly DamageKind[]

/** The place at which a ledger is damaged, and how. */
export const DamageReplySchema = z
  .strictObject({
    ledger: z.string().describe('As the store names it: `negotiation-` and the id'),
    kind: z.enum(KINDS).describe('Stable'),
    revision: z
      .int()
      .nullable()
      .describe('The first event that is damaged; null if it is not known'),
  })
  .meta({ id: 'Damage', description: 'Where a ledger is damaged, and how' })

/** Problem details (RFC 9457). */
export const ProblemReplySchema = z
  .strictObject({
    type: z.string().describe('Where the documentation of the code is, relative to the service'),
    title: z.string().describe('The kind of problem, in a few words'),
    status: z.int().describe('The HTTP status of the reply'),
    detail: z.string().describe('What is wrong with this request'),
    instance: z.string().describe('The id of the request, as a URN'),
    code: z.enum(codes).describe('Stable'),
    errors: z.array(Fault).optional().describe('Each thing at fault'),
    damage: DamageReplySchema.optional().describe('Of `ledger_damaged`'),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' })
