import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopes } from '../../src/access/principal.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { storeWith } from '../ledger/kit.ts'
import { type EndlessAsking, startAsking } from './asking.ts'
import { exampleRequests } from './openapi/examples.ts'

/** What the service asked its store since it was last looked at. */
const calls: string[] = []

function watched(store: EventStore): EventStore {
  return storeWith(store, {
    head: (ledger) => {
      calls.push('head')
      return store.head(ledger)
    },
    find: (ledger, id) => {
      calls.push('find')
      return store.find(ledger, id)
    },
    read: (...given) => {
      calls.push('read')
      return store.read(...given)
    },
    append: (...given) => {
      calls.push('append')
      return store.append(...given)
    },
  })
}

let service: EndlessAsking
const senders: Record<string, string> = {}

const day = { occurred: '2026-03-01' }
const opened = { type: 'negotiation.opened', ...day, title: 'Talks', levels: ['restricted'] }
const attribution = { level: 'on_record' }
/** One thing of each kind that is read by its id, all called `hidden`. */
const HIDDEN = [
  { type: 'party.listed', ...day, party: 'hidden', name: 'H', kind: 'state', role: 'party' },
  { type: 'person.named', ...day, person: 'hidden', name: 'H' },
  { type: 'issue.raised', ...day, issue: 'hidden', title: 'H', proposition: 'It is so' },
  {
    ...{ type: 'source.recorded', ...day, source: 'hidden', kind: 'other', authors: [] },
    ...{ title: 'H', language: 'en', published: '2026-03-01', held: 'text', text: 'It is so.' },
  },
  {
    ...{ type: 'statement.recorded', ...day, statement: 'hidden', onBehalfOf: 'hidden' },
    ...{ speaker: { kind: 'party', id: 'hidden' }, text: 'Yes.', language: 'en', about: [] },
    ...{ rendering: 'original', wording: 'quoted', attribution, positions: [] },
  },
  { type: 'draft.tabled', ...day, draft: 'hidden', title: 'H', proposers: ['hidden'] },
  {
    ...{ type: 'draft.revised', ...day, draft: 'hidden', revision: 'hidden', basis: [] },
    ...{ proposers: ['hidden'], operations: [], complete: true },
  },
].map((command) => ({ ...command, level: 'restricted' }))

const posting = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })

beforeAll(async () => {
  service = await startAsking({}, watched)
  const path = '/v1/negotiations/peace-plan/events'
  const { status, body } = await service.as(service.first, path, posting([opened, ...HIDDEN]))
  expect(status, JSON.stringify(body)).toBe(201)
  for (const name of ['nobody', 'recorder']) {
    const { key, principal } = await service.makeKey({ name, scopes })
    senders[name] = key
    if (name === 'recorder') await service.grant('peace-plan', principal, name)
  }
})

afterAll(() => service.dispose())

/** The answer to a request, and what was asked of the store for it. */
async function answered(sender: string, path: string, init: RequestInit = {}) {
  calls.length = 0
  const { status, body } = await service.as(senders[sender], path, init)
  const { instance: _, ...rest } = body as { instance?: string }
  return { status, body: JSON.stringify(rest), calls: [...calls] }
}

test('a negotiation without a role in it takes no more of the store than one that is missing', async () => {
  const examples = (await exampleRequests()).filter(({ path }) => path.includes('/peace-plan'))
  for (const { id, path, init } of examples) {
    const [hidden, missing] = [
      await answered('nobody', path, init),
      await answered('nobody', path.replace('/peace-plan', '/missing-plan'), init),
    ]
    expect(hidden, id).toEqual(missing)
    expect(hidden.calls, id).toEqual([])
  }
})

test('what is hidden takes as much of the store as what is missing', async () => {
  const at = '/v1/negotiations/peace-plan'
  const tried = (command: object) =>
    ['/events?dryRun=true', posting({ ...day, ...command })] as const
  const evidence = [{ source: 'NAME', quote: { exact: 'It is so' } }]
  const ways: (readonly [string, RequestInit?])[] = [
    ...['parties', 'persons', 'issues', 'sources', 'statements', 'drafts', 'stances'].map(
      (list) => [`/${list}/NAME`] as const,
    ),
    ['/stances/NAME/issue/NAME'],
    ['/stances?subject=issue:NAME'],
    ['/convergence?subject=issue:NAME'],
    ['/timeline?party=NAME'],
    ['/drafts/NAME/revisions/NAME'],
    ['/drafts/NAME/redline?to=NAME'],
    ['/drafts/NAME/timemap'],
    ['/drafts/NAME/match', posting({ revision: 'new', ...day, proposers: [], text: '1. One.' })],
    tried({ type: 'issue.settled', issue: 'NAME' }),
    tried({ type: 'party.withdrawn', party: 'NAME' }),
    tried({ type: 'negotiation.resumed', evidence }),
    tried({
      type: 'draft.revised',
      draft: 'NAME',
      revision: 'r',
      basis: ['NAME'],
      proposers: [],
      operations: [],
    }),
  ]
  // What the first request reads into memory is there for the others.
  await answered('recorder', at)
  await answered('recorder', at + tried({ type: 'issue.settled', issue: 'x' })[0], {
    ...tried({ type: 'issue.settled', issue: 'x' })[1],
  })
  for (const [path, init = {}] of ways) {
    const [hidden, missing] = await (async () => {
      const each = []
      for (const name of ['hidden', 'absent']) {
        const body = typeof init.body === 'string' ? init.body.replaceAll('NAME', name) : undefined
        const asked = body === undefined ? init : { ...init, body }
        const told = await answered('recorder', at + path.replaceAll('NAME', name), asked)
        each.push({ ...told, body: told.body.replaceAll(name, 'NAME') })
      }
      return each
    })()
    expect(hidden, path).toEqual(missing)
    expect(hidden?.status, path).not.toBe(500)
  }
})
