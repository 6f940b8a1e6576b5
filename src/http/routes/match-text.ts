import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { standingClause } from '../../../projections/drafts/clause.ts'
import { withNormalLines } from '../../../projections/text/lines.ts'
import { commandsOf } from '../../drafting/commands.ts'
import { TextWork } from '../../drafting/text-work.ts'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { Refused } from '../../ledger/refused.ts'
import { type Problem, problemAt } from '../../problems/problem.ts'
import { shownMoment } from '../../reads/moment.ts'
import { reason } from '../../words/reason.ts'
import type { Tell } from '../../workers/job.ts'
import { momentOf } from '../as-of/as-of.ts'
import { bodyOf } from '../body-of.ts'
import { given, negotiationParams } from '../contract.ts'
import { notADocument } from '../document-contract.ts'
import { NDJSON } from '../import/described.ts'
import { languageOf } from '../language.ts'
import { leavingOf } from '../leaving.ts'
import { MatchRequest } from '../match-contract.ts'
import { operation } from '../openapi/operation.ts'
import { BOUNDED_WORK, ONE_LEDGER } from '../openapi/problem-sets.ts'
import { MatchLineSchema, MatchReplySchema } from '../replies/match.ts'
import { openedAt, type Service } from '../service.ts'
import { withProgress } from '../with-progress.ts'

const DESCRIBED = operation({
  id: 'matchDraftText',
  tag: 'Drafts',
  summary: 'Prepare the recording of a whole new text',
  description:
    'Finds the clauses of the basis in the new text, by what they say and where they stand and never by number, and in what is left over those of its other bases, and answers with the commands that record the revision. What the request says of the revision is decided as events would. Nothing is written: post the commands to events, with dryRun first.',
  params: { ...negotiationParams, draft: Id },
  body: [{ schema: MatchRequest }],
  query: {
    progress: z
      .enum(['true', 'false'])
      .default('false')
      .describe('Answer with NDJSON at once: how far the work is, and last the answer'),
  },
  replies: {
    200: {
      description: 'The commands, and what they rest on',
      schema: MatchReplySchema,
      also: { mediaType: NDJSON, line: MatchLineSchema },
    },
  },
  problems: [
    ...ONE_LEDGER,
    'json_malformed',
    'malformed',
    'unknown_id',
    'unknown_then',
    'id_taken',
    'quote_not_found',
    'event_too_large',
    'request_too_large',
    'body_too_large',
    'media_type_unsupported',
    ...BOUNDED_WORK,
  ],
  examples: [
    {
      params: { negotiation: 'peace-plan', draft: 'us-plan' },
      body: {
        ...{ revision: 'us-plan-text', occurred: '2025-12-02', basis: [], proposers: ['usa'] },
        text: '1. Sovereignty is confirmed.\n\n2. [US propose: The army has at most 600 000 men.]',
        parties: [{ code: 'US', party: 'usa' }],
      },
    },
  ],
})

/** Prepares the commands that record a whole new text of a draft. */
export function matchTextRoutes(app: FastifyInstance, service: Service): void {
  const path = '/v1/negotiations/:negotiation/drafts/:draft/match'
  app.post(path, DESCRIBED, async (request, reply) => {
    const { negotiation, draft } = request.params as { negotiation: string; draft: string }
    const asked = bodyOf(MatchRequest, withNormalLines(request.body))
    const ledger = await openedAt(service, request, negotiation)
    const moment = momentOf({}, ledger, service.now())
    const { drafts, parties } = ledger.projections
    const found = drafts.one(draft, moment)
    if (found === undefined) throw unknownDraft(draft)

    const latest = found.latestAttested?.draftRevision
    const basis = asked.basis ?? (latest === undefined ? [] : [latest])
    const bases = basis.map((id, index) => {
      const built = drafts.built(id, moment)
      if (built === undefined) throw unknown(`/basis/${index}`, id)
      return built.content
    })
    for (const [index, { party }] of asked.parties.entries()) {
      if (parties.one(party, moment) === undefined) throw unknown(`/parties/${index}/party`, party)
    }
    for (const [index, { clause }] of asked.same.entries()) {
      const stands = clause === null || bases.some((each) => standingClause(each, clause))
      if (!stands) throw unknown(`/same/${index}/clause`, clause)
    }
    const { revision, occurred, proposers, title, meeting, attests, evidence, digest } = asked
    const optional = given({ title, meeting, attests, evidence, digest })
    const told = { draft, revision, occurred, basis, proposers, ...optional }
    const fresh = newIdsOf(asked).filter(({ id }) => !bases.some((each) => each.clauses.get(id)))
    const added = fresh.map(({ id }) => ({ op: 'add' as const, clause: id, text: '-' }))
    const trial = {
      // Judged by all that the sender knows: the draft may be at any of these levels.
      commands: { ...commandsOf(told, added)[0], level: ledger.view.level },
      actor: request.principal.id,
      clearance: request.reach.clearanceIn(negotiation),
      dryRun: true,
    }
    await service.ledgers.write(ledgerOf(negotiation), trial).catch((error) => {
      throw error instanceof Refused ? pointedAtIds(error, fresh) : error
    })
    const { text = '', format, document, clauses, same, ids } = asked
    const texts = { bases, text, format, document, clauses, same, ids, told }
    const work = new TextWork(service.workers, negotiation, leavingOf(reply))
    const answer = async (tell?: Tell) => {
      const matched = await work.match({ ...texts, parties: asked.parties }, tell)
      if ('noDocument' in matched) throw notADocument(format, matched.noDocument)
      if ('noUnits' in matched) throw noUnits(matched.noUnits)
      if ('noUnit' in matched) throw noUnit(matched.noUnit, matched.units)
      return { asOf: shownMoment(moment), basis, ...matched }
    }
    reply.header('cache-control', 'no-store')
    const { progress } = request.query as { progress: 'true' | 'false' }
    if (progress === 'false') return answer()
    const lines = withProgress(answer, {
      ...{ instance: request.id, log: request.log, language: languageOf(request) },
    })
    return reply.type(NDJSON).send(lines)
  })
}

/** The ids that a request gives to units, with where it does. */
function newIdsOf({ ids, clauses = [] }: MatchRequest): { id: string; pointer: string }[] {
  const own = clauses.flatMap(({ id }, index) =>
    id === undefined ? [] : [{ id, pointer: `/clauses/${index}/id` }],
  )
  return [...own, ...ids.map(({ id }, index) => ({ id, pointer: `/ids/${index}/id` }))]
}

/** A refusal of the operations that would add clauses, at the ids that the request gives them. */
function pointedAtIds(
  { refusals, head }: Refused,
  fresh: readonly { readonly pointer: string }[],
): Refused {
  const pointed = refusals.map((refusal) => {
    const [, place] = /^\/operations\/(\d+)\/clause$/.exec(refusal.pointer) ?? []
    const at = place === undefined ? undefined : fresh[Number(place)]
    return at === undefined ? refusal : { ...refusal, pointer: at.pointer }
  })
  return new Refused(pointed, head)
}

function unknownDraft(draft: string): Problem {
  const what = reason('draft_unknown', { id: draft })
  return problemAt('unknown_then', [{ parameter: 'draft', what }])
}

function unknown(pointer: string, id: string): Problem {
  const what = reason('clause_id_unknown', { id })
  return problemAt('unknown_id', [{ pointer, what }])
}

/** An empty text is a mistake more often than a draft of which every clause was deleted. */
function noUnits(member: string): Problem {
  const what = reason('no_clause', {})
  return problemAt('malformed', [{ pointer: `/${member}`, what }])
}

function noUnit(
  {
    member,
    index,
    unit,
  }: { readonly member: string; readonly index: number; readonly unit: number },
  units: number,
): Problem {
  const pointer = `/${member}/${index}/unit`
  const what = reason('unit_out_of_range', { unit, units })
  return problemAt('malformed', [{ pointer, what }])
}
