import { expect, onTestFinished } from 'vitest'
import { type Answer, ask, type Client, start } from './running.ts'

/** A service that asks its clients who they are, with the key that its first start told. */
export interface Asking extends Client {
  readonly first: string
  /** Sends a request with a key; undefined: without. */
  as(key: string | undefined, path: string, init?: RequestInit): Promise<Answer>
  /** Makes a key, and returns its text and its record. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at JSON as it comes
  makeKey(wanted: object, by?: string): Promise<any>
  /** Grants a role to a principal, in a negotiation or in the service (undefined). */
  grant(
    negotiation: string | undefined,
    principal: string,
    role: string,
    more?: object,
  ): Promise<void>
}

/** Such a service that goes on until it is told to end. */
export type EndlessAsking = Asking & Pick<Awaited<ReturnType<typeof start>>, 'dispose'>

/** Starts such a service, which is stopped, and its folder removed, by `dispose`. */
export async function startAsking(
  environment: Readonly<Record<string, string>> = {},
  watched?: Parameters<typeof start>[2],
): Promise<EndlessAsking> {
  const told: string[] = []
  const own = { LEDGER_AUTHENTICATION: 'required', ...environment }
  const client = await start(own, { tell: (text) => told.push(text) }, watched)
  return asking(client, firstKeyIn(told.join('')))
}

/** Starts such a service for one test. */
export async function startedAsking(
  environment: Readonly<Record<string, string>> = {},
): Promise<Asking> {
  const service = await startAsking(environment)
  onTestFinished(() => service.dispose())
  return service
}

export function asking<C extends Client>(client: C, first: string): C & Asking {
  const as = (key: string | undefined, path: string, init: RequestInit = {}) => {
    const credentials = key === undefined ? {} : { authorization: `Bearer ${key}` }
    const json = init.body === undefined ? {} : { 'content-type': 'application/json' }
    const headers = { ...json, ...credentials, ...(init.headers as Record<string, string>) }
    return ask(new URL(path, client.url), { ...init, headers })
  }
  return Object.assign(client, {
    first,
    as,
    async makeKey(wanted: object, by = first) {
      const body = JSON.stringify({ name: 'A key', ...wanted })
      const answer = await as(by, '/v1/access/keys', { method: 'POST', body })
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      return answer.body
    },
    async grant(negotiation: string | undefined, principal: string, role: string, more = {}) {
      const path = negotiation === undefined ? 'access' : `negotiations/${negotiation}`
      const body = JSON.stringify({ type: 'role.granted', principal, role, ...more })
      const answer = await as(first, `/v1/${path}/roles`, { method: 'POST', body })
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    },
  })
}

/** The first access key, in what a start tells. */
export function firstKeyIn(told: string): string {
  return /ledger_[0-9a-f]{16}_[\w-]{43}/.exec(told)?.[0] ?? ''
}
