import { describe, expect, test } from 'vitest'
import { requestId, traceOf } from '../../src/http/plugins/request-id.ts'
import { started } from './running.ts'

const id = '018f0000-0000-7000-8000-000000000001'
const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
const parent = '00f067aa0ba902b7'

test("the client's own id of a request comes back, and names it in a problem", async () => {
  const service = await started()
  const { headers, body } = await service.get('/nowhere', { 'request-id': id })
  expect(headers.get('request-id')).toBe(id)
  expect(body.instance).toBe(`urn:uuid:${id}`)
})

test.each(['', 'x', `${id} `, id.toUpperCase().replaceAll('0', 'A'), `${id}\n`])(
  '%j is no id: the request gets a new one',
  (given) => {
    expect(requestId({ headers: { 'request-id': given } })).toMatch(/^[0-9a-f-]{36}$/)
    expect(requestId({ headers: { 'request-id': given } })).not.toBe(given)
  },
)

describe('what a request is part of', () => {
  test.each([`00-${trace}-${parent}-01`, `01-${trace}-${parent}-00-more`])('%s', (traceparent) => {
    expect(traceOf({ headers: { traceparent } })).toEqual({ traceId: trace, parentId: parent })
  })

  test.each([
    undefined,
    '',
    trace,
    `ff-${trace}-${parent}-01`,
    `00-${'0'.repeat(32)}-${parent}-01`,
    `00-${trace}-${'0'.repeat(16)}-01`,
    `00-${trace.toUpperCase()}-${parent}-01`,
  ])('%s says nothing', (traceparent) => {
    expect(traceOf({ headers: { ...(traceparent !== undefined && { traceparent }) } })).toBe(
      undefined,
    )
  })
})
