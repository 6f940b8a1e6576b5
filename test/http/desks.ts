import { expect } from 'vitest'
import { scopes } from '../../src/access/principal.ts'
import { authorized, type Desk } from './acknowledged.ts'
import { firstKeyIn } from './asking.ts'
import { type Answer, ask } from './running.ts'
import type { Spawned } from './spawned.ts'

/** The environment of a service that has desks. */
export const ASKING = { LEDGER_AUTHENTICATION: 'required' }

/** Those who use a service that asks who they are. */
interface Desks {
  /** The keys of all of them. */
  readonly keys: readonly string[]
  /** The key of whoever opened the negotiation, and may read all of it. */
  readonly reader: string
  /** Those who record: each of a role. */
  readonly recording: readonly Desk[]
  /** Those who read, by role, and how the negotiation answers each. */
  readonly reading: readonly { readonly key: string; readonly status: number }[]
}

const LEVEL = 'restricted'
const day = { occurred: '2025-11-01' }

const party = (id: string) => ({
  ...{ type: 'party.listed', ...day, party: id, name: id, kind: 'state', role: 'party' },
})

const said = (n: number) => ({
  ...{ type: 'statement.recorded', ...day, statement: `s${n}`, text: 'It is so.', about: [] },
  ...{ speaker: { kind: 'party', id: 'own' }, onBehalfOf: 'own', language: 'en' },
  ...{ rendering: 'original', wording: 'quoted', attribution: { level: 'on_record' } },
  positions: [],
})

/** Sets up a negotiation in a service that was never started before, with a key for each role. */
export async function desksOf({ url, errors }: Spawned): Promise<Desks> {
  const told = () => firstKeyIn(errors.join('\n'))
  await expect.poll(told).not.toBe('')
  const reader = told()
  const post = async (path: string, body: object): Promise<Answer['body']> => {
    const { headers } = authorized(reader)
    const answer = await ask(new URL(`/v1/${path}`, url), {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { ...headers, 'content-type': 'application/json' },
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body
  }
  const opened = { type: 'negotiation.opened', ...day, title: 'Talks' }
  const talks = [{ ...opened, levels: [LEVEL] }, party('own')]
  await post('negotiations/talks/events', talks)
  const keyOf = async (where?: string, role?: string, more: object = {}) => {
    const { key, principal } = await post('access/keys', { name: role ?? 'Nobody', scopes })
    const granted = { type: 'role.granted', principal, role, ...more }
    if (where !== undefined) await post(`${where}/roles`, granted)
    return { key, principal } as { key: string; principal: string }
  }
  const inTalks = (role: string, more?: object) => keyOf('negotiations/talks', role, more)
  const [recorder, cleared, confined, admin, viewer, auditor, creator, operator, nobody, guest] =
    await Promise.all([
      inTalks('recorder'),
      inTalks('recorder', { clearance: LEVEL }),
      inTalks('recorder', { parties: ['own'] }),
      inTalks('admin'),
      inTalks('viewer'),
      inTalks('auditor'),
      keyOf('access', 'creator'),
      keyOf('access', 'operator'),
      keyOf(),
      keyOf(),
    ])
  const of = (key: string, ledger: string) => ({ key, reader, ledger: () => ledger })
  const grants = (role: string) => ({ type: 'role.granted', principal: guest.principal, role })
  const often: Desk[] = [
    { ...of(recorder.key, 'talks'), command: (n) => party(`p${n}`) },
    { ...of(cleared.key, 'talks'), command: (n) => ({ ...party(`p${n}`), level: LEVEL }) },
    { ...of(confined.key, 'talks'), command: said },
    {
      ...{ ...of(admin.key, 'access-talks'), path: () => 'negotiations/talks/roles' },
      command: (n) => grants(n % 2 === 0 ? 'auditor' : 'viewer'),
    },
    {
      ...{ ...of(operator.key, 'access'), path: () => 'access/roles' },
      command: () => grants('creator'),
    },
  ]
  const seldom: Desk = {
    ...{ key: creator.key, reader: creator.key, ledger: (n) => `talks-${n}` },
    command: () => opened,
  }
  const all = [recorder, cleared, confined, admin, viewer, auditor, creator, operator, nobody]
  return {
    ...{ reader, keys: [reader, ...all.map(({ key }) => key)] },
    recording: [...often, ...often, ...often, ...often, seldom],
    reading: [
      ...[viewer, auditor, recorder].map(({ key }) => ({ key, status: 200 })),
      ...[creator, operator, nobody].map(({ key }) => ({ key, status: 404 })),
    ],
  }
}
