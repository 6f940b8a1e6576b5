import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { MAX_HEADER_BYTES } from '../../log/header.ts'
import { MAX_TILE_LEVEL, TILE_WIDTH } from '../../log/tree.ts'
import { Problem } from '../../problems/problem.ts'
import type { EventStore } from '../../store/event-store.ts'
import { detail } from '../../words/detail.ts'
import { ledgerParams, type NegotiationParams } from '../contract.ts'
import { LOG, ONE_LOG, openedLog } from '../log-routes.ts'
import { message } from '../message.ts'
import { operation } from '../openapi/operation.ts'
import type { Service } from '../service.ts'

const Level = z
  .string()
  .regex(/^[0-9]$|^[1-5]\d$|^6[0-3]$/, message('not_a_tile_level', {}))
  .transform(Number)
  .describe('Level of the tile')

const Tile = z
  .string()
  .describe(
    'Number of the tile, NNN or xNNN/NNN, and .p/W after it for W of a tile that is not full',
  )

type TileParams = NegotiationParams & { readonly level: number; readonly '*': string }

const PROBLEMS = [...ONE_LOG, 'not_found'] as const

const REPLIES = { 200: { description: 'Immutable', mediaType: 'application/octet-stream' } }

const HASHES = operation({
  id: 'getTile',
  tag: 'Proofs',
  summary: 'A tile of hashes of the tree, 256 at most',
  description: 'As C2SP tlog-tiles has it: 32 bytes each, side by side.',
  params: { ...ledgerParams, level: Level, '*': Tile },
  replies: REPLIES,
  problems: PROBLEMS,
  examples: [{ params: { negotiation: 'peace-plan', level: '0', '*': '000.p/5' } }],
})

const ENTRIES = operation({
  id: 'getEntryBundle',
  tag: 'Proofs',
  summary: 'The headers of a tile, 256 at most',
  description: 'As C2SP tlog-tiles has it: each header after its length in bytes, as 16 bits.',
  params: { ...ledgerParams, '*': Tile },
  replies: REPLIES,
  problems: PROBLEMS,
  examples: [{ params: { negotiation: 'peace-plan', '*': '000.p/5' } }],
})

/** The tree and the headers in tiles that never change, as C2SP tlog-tiles has them. */
export function logTilesRoutes(app: FastifyInstance, service: Service): void {
  app.get(`${LOG}/tile/:level/*`, HASHES, async (request, reply) => {
    const { negotiation, level, '*': path } = request.params as TileParams
    const { index, width } = tileOf(path)
    const { log, head } = await openedLog(service, negotiation)
    const bytes = level > MAX_TILE_LEVEL ? undefined : log.tree.tile(level, index, width, head.size)
    if (bytes === undefined) throw nothing()
    return immutable(reply).send(bytes)
  })
  app.get(`${LOG}/tile/entries/*`, ENTRIES, async (request, reply) => {
    const { negotiation, '*': path } = request.params as TileParams
    const { index, width } = tileOf(path)
    const { head } = await openedLog(service, negotiation)
    const first = index * TILE_WIDTH
    if (first + width > head.size) throw nothing()
    return immutable(reply).send(
      await entryBundle(service.store, ledgerOf(negotiation), first, width),
    )
  })
}

function immutable(reply: FastifyReply): FastifyReply {
  return reply
    .type('application/octet-stream')
    .header('cache-control', 'private, max-age=31536000, immutable')
}

function tileOf(path: string): { index: number; width: number } {
  const [, number = '', width] =
    /^((?:x\d{3}\/){0,3}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? []
  const isWidth = width === undefined || Number(width) < TILE_WIDTH
  // One number has one address: none begins with a thousand of zeros.
  if (number === '' || number.startsWith('x000/') || !isWidth) throw nothing()
  return {
    index: Number(number.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  }
}

function nothing(): Problem {
  return new Problem('not_found', detail('no_tile', {}))
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
