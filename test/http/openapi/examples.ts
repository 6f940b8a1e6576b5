import type { Example } from '../../../src/http/openapi/operation.ts'
import { bareApp } from './described.ts'

/** A request that the documentation gives as an example. */
export interface ExampleRequest {
  readonly id: string
  readonly method: string
  /** With its parameters, after the origin. */
  readonly path: string
  readonly init: RequestInit
  readonly isEndless: boolean
  /** It passes over parameters that it does not know. */
  readonly isOpen: boolean
  /** What answers it. */
  readonly statuses: readonly number[]
}

/** Every example of every operation, those that only read first. */
export async function exampleRequests(): Promise<ExampleRequest[]> {
  const { app, routes } = bareApp()
  await app.ready()
  await app.close()
  const all = routes.flatMap(({ method, url, declared }) => {
    if (declared === undefined || method === 'HEAD') return []
    const mediaType = declared.body?.[0]?.mediaType ?? 'application/json'
    return declared.examples.map((example) => ({
      id: declared.id,
      method,
      path: pathOf(url, example),
      init: { method, redirect: 'manual' as const, ...initOf(example, mediaType) },
      isEndless: declared.endless === true,
      isOpen: declared.openQuery === true,
      statuses: example.status === undefined ? [200, 201] : [example.status],
    }))
  })
  return all.sort((a, b) => Number(a.method === 'POST') - Number(b.method === 'POST'))
}

function pathOf(url: string, { params = {}, query = {} }: Example): string {
  const path = url.replace(/:(\w+)|\*$/g, (part, name = part) => params[name] ?? part)
  const search = new URLSearchParams(query).toString()
  return search === '' ? path : `${path}?${search}`
}

function initOf({ headers = {}, body }: Example, mediaType: string): RequestInit {
  if (body === undefined) return { headers: { ...headers } }
  return {
    headers: { ...headers, 'content-type': mediaType },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}
