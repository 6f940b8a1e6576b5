import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { MAX_HEADER_BYTES } from '../../log/header.ts'
import { MAX_TILE_LEVEL, TILE_WIDTH } from '../../log/tree.ts'
import { Problem } from '../../problem.ts'
import type { EventStore } from '../../store/event-store.ts'
import { type NegotiationParams, negotiationParams } from '../contract.ts'
import { LOG, ONE_LOG, openedLog } from '../log-routes.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { ledgerOf, type Service } from '../service.ts'

const Level = z
  .string()
  .regex(/^[0-9]$|^[1-5]\d$|^6[0-3]$/, 'must be a level from 0 to 63')
  .transform(Number)
  .describe('Level of the tile')

const Segment = z
  .string()
  .regex(/^(x?\d{3}(\.p)?|[1-9]\d{0,2})$/, 'is no part of the number of a tile')

const INDEX = 'Number of the tile: three digits, with xNNN/ before them for each thousand'
const WIDTH = 'After NNN.p: how many hashes or entries of a tile that is not full, 1 to 255'

/**
 * The addresses of a tile by how many segments its number has: `NNN`; `xNNN/NNN` or `NNN.p/W`;
 * `xNNN/NNN.p/W`. That is enough for a million tiles, 256 million entries.
 */
const FORMS = [
  { path: ':tile', params: { tile: Segment.describe(INDEX) } },
  {
    path: ':tile/:part',
    params: { tile: Segment.describe(INDEX), part: Segment.describe(WIDTH) },
  },
  {
    path: ':thousands/:tile/:part',
    params: {
      thousands: Segment.describe(INDEX),
      tile: Segment.describe(INDEX),
      part: Segment.describe(WIDTH),
    },
  },
] as const

const EXAMPLES = [
  { params: { tile: '000' }, status: 404 },
  { params: { tile: '000.p', part: '5' } },
  { params: { thousands: 'x001', tile: '000.p', part: '5' }, status: 404 },
] as const

type TileParams = NegotiationParams & {
  readonly level?: number
  readonly thousands?: string
  readonly tile: string
  readonly part?: string
}

/** The tree and the headers in tiles that never change, as C2SP tlog-tiles has them. */
export function logTiles(app: FastifyInstance, service: Service): void {
  for (const [form, { path, params }] of FORMS.entries()) {
    const described = (what: string, more: object, id: string): Operation => {
      const { params: example, ...rest } = EXAMPLES[form] as (typeof EXAMPLES)[number]
      const level = 'level' in more ? { level: '0' } : {}
      return {
        id: `${id}${['', 'InThousands', 'PartInThousands'][form]}`,
        tag: 'Proofs',
        summary: `${what}, ${['full', 'part of one, or beyond 999', 'part of one beyond 999'][form]}`,
        params: { ...negotiationParams, ...more, ...params },
        replies: {
          200: { description: 'Immutable', mediaType: 'application/octet-stream' },
        },
        problems: [...ONE_LOG, 'not_found'],
        examples: [{ params: { negotiation: 'peace-plan', ...level, ...example }, ...rest }],
      }
    }
    const hashes = described('A tile of hashes of the tree', { level: Level }, 'getTile')
    app.get(`${LOG}/tile/:level/${path}`, operation(hashes), async (request, reply) => {
      const given = request.params as TileParams
      const { index, width } = tileOf(given)
      const { log, head } = await openedLog(service, given.negotiation)
      const level = given.level as number
      const bytes =
        level > MAX_TILE_LEVEL ? undefined : log.tree.tile(level, index, width, head.size)
      if (bytes === undefined) throw nothing()
      return immutable(reply).send(bytes)
    })
    const entries = described('A tile of headers, each after its length', {}, 'getEntries')
    app.get(`${LOG}/tile/entries/${path}`, operation(entries), async (request, reply) => {
      const given = request.params as TileParams
      const { index, width } = tileOf(given)
      const { head } = await openedLog(service, given.negotiation)
      const first = index * TILE_WIDTH
      if (first + width > head.size) throw nothing()
      const bytes = await entryBundle(service.store, ledgerOf(given.negotiation), first, width)
      return immutable(reply).send(bytes)
    })
  }
}

function immutable(reply: FastifyReply): FastifyReply {
  return reply
    .type('application/octet-stream')
    .header('cache-control', 'private, max-age=31536000, immutable')
}

function tileOf({ thousands, tile, part }: TileParams): { index: number; width: number } {
  const path = [thousands, tile, part].filter((segment) => segment !== undefined).join('/')
  const [, number = '', width] = /^((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? []
  const isWidth = width === undefined || Number(width) < TILE_WIDTH
  // One number has one address: none begins with a thousand of zeros.
  if (number === '' || number.startsWith('x000/') || !isWidth) throw nothing()
  return {
    index: Number(number.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  }
}

function nothing(): Problem {
  return new Problem('not_found', 'The log has no such tile.')
}

/** Headers as tlog-tiles frames them: each after its length in bytes, as 16 bits. */
async function entryBundle(store: EventStore, ledger: string, first: number, width: number) {
  const parts: Buffer[] = []
  for await (const page of store.read(ledger, first, first + width)) {
    for (const { header } of page) {
      const bytes = Buffer.from(header)
      if (bytes.length > MAX_HEADER_BYTES) throw new Error('a header exceeds its limit')
      const length = Buffer.alloc(2)
      length.writeUInt16BE(bytes.length)
      parts.push(length, bytes)
    }
  }
  return Buffer.concat(parts)
}
