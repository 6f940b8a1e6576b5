import { pino } from 'pino'
import { openAccess } from '../../../src/access/access.ts'
import { type AppDeps, buildApp } from '../../../src/app.ts'
import type { OpenApiDocument } from '../../../src/http/openapi/document.ts'
import type { Operation as Declared } from '../../../src/http/openapi/operation.ts'

interface Media {
  readonly schema: { readonly contentSchema?: object }
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

/** An operation of the document. */
export interface DescribedOperation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly required: boolean
    readonly description: string
    readonly example?: string
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string
        readonly headers?: Readonly<Record<string, object>>
        readonly content?: Record<string, Media>
      }
    >
  >
}

export type Described = Omit<OpenApiDocument, 'paths'> & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
}

let known: Promise<Described> | undefined

/** The API as it describes itself. The routes are there, and nothing that they are served from. */
export function api(): Promise<Described> {
  known ??= fetchDocument()
  return known
}

async function fetchDocument(): Promise<Described> {
  const { app } = bareApp()
  const { payload } = await app.inject('/openapi.json')
  await app.close()
  return JSON.parse(payload)
}

interface AddedRoute {
  readonly method: string
  readonly url: string
  /** What the route says of itself. */
  readonly declared: Declared | undefined
}

/** Settings of a service under test, where nothing turns on them. */
export const LIMITS = {
  pace: { heartbeatMs: 1000, slowMs: 30_000 },
  slowSenderMs: 30_000,
  streams: { inAll: 100, perClient: 100 },
  clock: { behind: undefined },
  access: openAccess('local', () => Promise.reject(new Error('no secrets'))),
}

/** The service without a store, and every route that was added to it. */
export function bareApp() {
  const nothing = { store: { maxBatchBytes: 1024 }, ...LIMITS } as unknown as AppDeps
  const routes: AddedRoute[] = []
  const app = buildApp({ ...nothing, allowedHosts: [], logger: pino({ level: 'silent' }) }, (app) =>
    app.addHook('onRoute', ({ method, url, config }) => {
      routes.push({ method: String(method), url, declared: config?.operation })
    }),
  )
  return { app, routes }
}

export interface Operation {
  readonly method: string
  readonly path: string
  readonly operation: DescribedOperation
}

export function operationsOf({ paths }: Described): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
}
