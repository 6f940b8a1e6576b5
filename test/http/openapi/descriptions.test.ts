import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Described, emptyDescriptions, membersOf } from '../../described.ts'
import { bareApp } from './described.ts'

const { app, routes } = bareApp()
await app.ready()
await app.close()
const operations = routes.flatMap(({ declared, method }) =>
  declared === undefined || method === 'HEAD' ? [] : [declared],
)

test.each(operations)('every member that $id takes or answers with is described', (operation) => {
  const { params = {}, query = {}, body = [], replies } = operation
  const contents = Object.values(replies).flatMap((reply) => [reply, reply.also ?? []].flat())
  const schemas = [...body, ...contents].flatMap(({ schema, line }) => [schema ?? [], line ?? []])
  const roots = [z.strictObject(params), z.strictObject(query), ...schemas.flat()]
  expect(emptyDescriptions(roots.flatMap((root): Described[] => membersOf(root)))).toEqual([])
})
