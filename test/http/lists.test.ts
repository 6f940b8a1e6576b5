import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { api, operationsOf } from './openapi/described.ts'
import { type Client, replay, start } from './running.ts'

const at = '/v1/negotiations/peace-plan'

/** The lists of one negotiation as of a moment: the path, and the member that has the items. */
const LISTS = [
  ['/parties', 'parties'],
  ['/persons', 'persons'],
  ['/issues', 'issues'],
  ['/drafts', 'drafts'],
  ['/sources', 'sources'],
  ['/unsupported', 'facts'],
  ['/sources/desk-note', 'facts'],
  ['/meetings', 'meetings'],
  ['/statements', 'statements'],
  ['/statements?party=ukraine', 'statements'],
  ['/timeline', 'items'],
  ['/timeline?order=latest_first', 'items'],
  ['/warnings', 'warnings'],
] as const

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  await replay(service, 'peace-plan')
  const amended = { type: 'source.amended', occurred: '2025-12-05', source: 'desk-note' }
  const killed = await service.post('peace-plan', { ...amended, amendment: 'killed' })
  expect(killed.status).toBe(201)
})

afterAll(() => service.dispose())

test.each([
  ['/statements?party=ukraine&', '/statements?'],
  ['/statements?', '/statements?party=ukraine&'],
  ['/timeline?party=ukraine&', '/timeline?party=russia&'],
  ['/sources/desk-note?', '/sources/tasr-report?'],
])('a cursor of %s is none of %s', async (one, other) => {
  const { nextCursor } = (await service.get(`${at}${one}limit=1`)).body
  expect(nextCursor).not.toBeNull()
  const same = await service.get(`${at}${one}lang=uk&limit=2&cursor=${nextCursor}`)
  expect(same.status).toBe(200)
  const answer = await service.get(`${at}${other}cursor=${nextCursor}`)
  const { errors } = expectProblem(answer, 'parameter_invalid').body
  expect(errors).toMatchObject([{ parameter: 'cursor' }])
})

test.each(['history', 'events'])('%s is a stream, or comes in parts by limit', async (path) => {
  const lines = async (url: string) => {
    const answer = await fetch(`${service.url}${url}`)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    const next = /^<(.*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1]
    return { lines: text.trimEnd().split('\n'), next }
  }
  const whole = await lines(`${at}/${path}`)
  expect(whole.next).toBeUndefined()
  const parts: string[] = []
  let next: string | undefined = `${at}/${path}?limit=20`
  while (next !== undefined && parts.length <= whole.lines.length) {
    const part: Awaited<ReturnType<typeof lines>> = await lines(next)
    expect(part.lines.length).toBeLessThanOrEqual(20)
    parts.push(...part.lines)
    next = part.next
  }
  expect(parts).toEqual(whole.lines)
  const answer = await service.get(`${at}/${path}?limit=0`)
  expectProblem(answer, 'parameter_invalid')
})

describe.each(LISTS)('%s', (path, member) => {
  const read = async (query: string) => {
    const url = `${at}${path}${path.includes('?') ? '&' : '?'}${query}`
    const answer = await service.get(url)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer
  }

  test('in pages, by the cursor alone, is the list, as of the moment of the first page', async () => {
    const whole = (await read('limit=1000')).body
    expect(whole.nextCursor).toBeNull()
    const items: unknown[] = []
    let cursor = ''
    for (let pages = 0; pages <= whole[member].length; pages++) {
      const { body, headers } = await read(`limit=2${cursor && `&cursor=${cursor}`}`)
      expect(body.asOf).toEqual(whole.asOf)
      if (path !== '/warnings') expect(body[member].length).toBeLessThanOrEqual(2)
      items.push(...body[member])
      const next = /^<(.*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
      if (body.nextCursor === null) {
        expect(next).toBeUndefined()
        break
      }
      expect(body.nextCursor).toMatch(/^[\w-]+$/)
      expect(next).toContain(`cursor=${body.nextCursor}`)
      cursor = body.nextCursor
      // What is recorded while somebody reads on is not in the pages that follow.
      if (pages === 0) await service.post('peace-plan', anotherParty())
    }
    expect(items).toEqual(whole[member])
  })

  test('takes no cursor of another list, nor one that no page gave, nor of another moment', async () => {
    const other = path === '/parties' ? '/issues' : '/parties'
    const { nextCursor } = (await service.get(`${at}${other}?limit=1`)).body
    expect(nextCursor).not.toBeNull()
    const joint = path.includes('?') ? '&' : '?'
    for (const cursor of [nextCursor, 'x', '-Infinity_0', 'W10']) {
      const answer = await service.get(`${at}${path}${joint}cursor=${cursor}`)
      const { errors } = expectProblem(answer, 'parameter_invalid').body
      expect(errors).toMatchObject([{ parameter: 'cursor' }])
    }
    const own = (await read('limit=1')).body.nextCursor
    if (own === null) return
    const { errors } = (await service.get(`${at}${path}${joint}cursor=${own}&revision=1`)).body
    expect(errors).toMatchObject([{ parameter: 'revision', code: 'parameter_invalid' }])
  })

  test.each(['0', '1001', '-1', 'all', ''])('has a bound on its limit: %s', async (limit) => {
    const joint = path.includes('?') ? '&' : '?'
    const answer = await service.get(`${at}${path}${joint}limit=${limit}`)
    const { errors } = expectProblem(answer, 'parameter_invalid').body
    expect(errors).toMatchObject([{ parameter: 'limit' }])
  })
})

test('every list of the API takes limit and cursor, and says where the next page is', async () => {
  const operations = operationsOf(await api()).filter(({ method }) => method === 'get')
  const lists = operations.filter(({ operation }) =>
    operation.parameters.some(({ name }) => name === 'cursor'),
  )
  const named = lists.map(({ operation }) => operation.operationId)
  expect(named).toEqual(expect.arrayContaining(['listNegotiations', 'search', 'listStatements']))
  for (const { operation } of operations) {
    const isList = /^list(?!Stances)/.test(operation.operationId)
    if (isList) expect(named, 'lists').toContain(operation.operationId)
  }
  for (const { operation } of lists) {
    expect(operation.parameters.map(({ name }) => name)).toContain('limit')
    expect(Object.keys(operation.responses[200]?.headers ?? {})).toContain('Link')
  }
})

let count = 0

function anotherParty(): object {
  count += 1
  const party = { party: `late-${count}`, name: 'Late', kind: 'state', role: 'observer' }
  return { type: 'party.listed', occurred: '2025-11-01', ...party }
}
