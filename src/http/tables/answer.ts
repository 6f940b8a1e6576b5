import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { csvOf } from './csv.ts'
import type { Table } from './table.ts'

const BYTE_ORDER_MARK = '\ufeff'

/** Answers with a table, as a file whose name says of what it is and as of which revision. */
export function answerTable(
  reply: FastifyReply,
  table: Table,
  of: {
    readonly negotiation: string
    readonly path: string
    readonly revision: number
    readonly bom: boolean
  },
): FastifyReply {
  const name = `${of.negotiation}${of.path.replaceAll('/', '-')}-${of.revision}.csv`
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(csvOf(table, of.bom ? BYTE_ORDER_MARK : '')))
}
