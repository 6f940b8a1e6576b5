import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import type { Projections } from '../../../projections/registry.ts'
import { problemAt } from '../../problems/problem.ts'
import { draftAddress, httpDate, linksOf, type DraftParams as Params } from '../../reads/drafts.ts'
import { reason } from '../../words/reason.ts'
import { lastRecordedBy, type RecordedTimes } from '../as-of/as-of.ts'
import { negotiationParams } from '../contract.ts'
import { markDamaged } from '../damaged-part.ts'
import { operation } from '../openapi/operation.ts'
import { ONE_LEDGER } from '../openapi/problem-sets.ts'
import { openedAt, type Service } from '../service.ts'

const params = { ...negotiationParams, draft: Id }
const example = { params: { negotiation: 'peace-plan', draft: 'us-plan' } }

/**
 * The Memento protocol (RFC 7089) on a draft, for what the ledger knew: a TimeGate, which leads from
 * a time to the draft as it was known then, and a TimeMap, which lists all such states.
 */
export function mementoRoutes(app: FastifyInstance, service: Service): void {
  const at = '/v1/negotiations/:negotiation/drafts/:draft'
  const timeGate = operation({
    id: 'getDraftTimeGate',
    tag: 'Drafts',
    summary: 'Where a draft is to be read as it was known at a time',
    description:
      'A TimeGate (RFC 7089) for transaction time; a time before the first is the first.',
    params,
    headers: ['Accept-Datetime'],
    replies: {
      302: {
        description: 'The draft as known then',
        headers: ['Location', 'Link', 'Ledger-Damaged'],
      },
    },
    problems: [...ONE_LEDGER, 'header_invalid', 'unknown_then'],
    examples: [
      { ...example, status: 302, headers: { 'Accept-Datetime': 'Mon, 01 Dec 2025 12:00:00 GMT' } },
    ],
  })
  app.get(`${at}/timegate`, timeGate, async (request, reply) => {
    const given = request.params as Params
    const wanted = datetimeOf(request.headers['accept-datetime'])
    const ledger = await openedAt(service, request, given.negotiation, { transactionTime: wanted })
    if (ledger.damage !== undefined) markDamaged(reply, ledger.damage)
    const known = mementosOf(ledger, given)
    const last = wanted === undefined ? ledger.head : lastRecordedBy(wanted, ledger)
    const revision = known.findLast((each) => each <= last) ?? known[0]
    const draft = draftAddress(given)
    return reply
      .code(302)
      .headers({ vary: 'accept-datetime', 'cache-control': 'no-store', link: linksOf(given) })
      .header('location', `${draft}?revision=${revision}`)
      .send()
  })

  const timeMap = operation({
    id: 'getDraftTimeMap',
    tag: 'Drafts',
    summary: 'Every state of a draft that the ledger knew',
    description: 'A TimeMap (RFC 7089) in application/link-format (RFC 6690).',
    params,
    replies: { 200: { description: 'The list', mediaType: 'application/link-format' } },
    problems: [...ONE_LEDGER, 'unknown_then'],
    examples: [example],
  })
  app.get(`${at}/timemap`, timeMap, async (request, reply) => {
    const given = request.params as Params
    const ledger = await openedAt(service, request, given.negotiation)
    const known = mementosOf(ledger, given)
    const draft = draftAddress(given)
    const date = (revision: number) => httpDate(ledger.recordedAt(revision))
    const [first, last] = [known[0] as number, known.at(-1) as number]
    const range = `from="${date(first)}"; until="${date(last)}"`
    const links = [
      `<${draft}>; rel="original"`,
      `<${draft}/timemap>; rel="self"; type="application/link-format"; ${range}`,
      `<${draft}/timegate>; rel="timegate"`,
      ...known.map((revision) => {
        const rel = [
          ...(revision === first ? ['first'] : []),
          ...(revision === last ? ['last'] : []),
        ]
        return `<${draft}?revision=${revision}>; rel="${[...rel, 'memento'].join(' ')}"; datetime="${date(revision)}"`
      }),
    ]
    reply.type('application/link-format').header('cache-control', 'no-cache')
    return `${links.join(',\n')}\n`
  })
}

/** The revisions at which what was known of the draft changed, from when it was first known. */
function mementosOf(
  ledger: RecordedTimes & { readonly projections: Projections },
  { draft, negotiation }: Params,
): number[] {
  const { drafts } = ledger.projections
  const known = drafts
    .changes(draft, ledger.head)
    .filter((revision) =>
      drafts.exists(draft, { revision, validTime: ledger.recordedAt(revision) }),
    )
  if (known.length > 0) return known
  const what = reason('draft_unknown', { id: draft, negotiation })
  throw problemAt('unknown_then', [{ parameter: 'draft', what }])
}

/** The last millisecond of the second that the header names; undefined without that header. */
function datetimeOf(header: string | string[] | undefined): number | undefined {
  if (header === undefined) return undefined
  const time = Date.parse(String(header))
  if (!Number.isNaN(time) && httpDate(time) === header) return time + 999
  const what = reason('not_an_http_date', {})
  throw problemAt('header_invalid', [{ header: 'Accept-Datetime', what }])
}
