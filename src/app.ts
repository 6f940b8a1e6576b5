import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import type { KeptRoles } from './http/access/admit.ts'
import { authenticateRequests } from './http/plugins/authenticate.ts'
import { readBodies } from './http/plugins/bodies.ts'
import { answerClientError, refuseTunnels } from './http/plugins/client-errors.ts'
import { compressReplies } from './http/plugins/compression.ts'
import { keepConnections } from './http/plugins/connections.ts'
import { collectOperations } from './http/plugins/operations.ts'
import { checkParameters } from './http/plugins/parameters.ts'
import { answer, answerWithProblems } from './http/plugins/problems.ts'
import { limitRate } from './http/plugins/rate-limit.ts'
import { checkRequestHeads } from './http/plugins/request-head.ts'
import { requestId } from './http/plugins/request-id.ts'
import { observeRequests } from './http/plugins/request-log.ts'
import { secureReplies } from './http/plugins/security-headers.ts'
import { keepSessionCookies } from './http/plugins/session-cookie.ts'
import { type LoadLimits, shedLoad } from './http/plugins/shed-load.ts'
import { followRequests } from './http/plugins/stray-errors.ts'
import { limitStreams, type StreamLimits } from './http/plugins/stream-limits.ts'
import { dashboardRoutes } from './http/routes/dashboard.ts'
import { docsRoutes } from './http/routes/docs.ts'
import { healthRoutes } from './http/routes/health.ts'
import { metricsRoute } from './http/routes/metrics.ts'
import { resources } from './http/routes/registry.ts'
import type { Service } from './http/service.ts'
import { Metrics } from './metrics/metrics.ts'

export interface AppDeps extends Service {
  readonly logger: Logger
  /** Names beside localhost under which clients may address the service. */
  readonly allowedHosts: readonly string[]
  /** The requests a minute that an address may make; 0, the default, for as many as it likes. */
  readonly rateLimit?: number
  /** The most streams of events and downloads at once. */
  readonly streams: StreamLimits
  /** The load from which on requests are refused; any, where it is not given. */
  readonly load?: LoadLimits
  /** The time for which a body may go on arriving slowly, in milliseconds. */
  readonly slowSenderMs: number
  readonly metrics?: Metrics
  /** The place at which the built dashboard is; undefined where the service goes without one. */
  readonly dashboard?: string | undefined
}

/**
 * The HTTP service, not yet listening.
 *
 * @param prepare is called before any route is added
 */
export function buildApp(
  {
    logger,
    allowedHosts,
    rateLimit = 0,
    streams,
    slowSenderMs,
    load = { lagMs: 0, memoryBytes: 0 },
    metrics = new Metrics(),
    dashboard: built,
    ...service
  }: AppDeps,
  prepare: (app: FastifyInstance) => void = () => undefined,
): FastifyInstance {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: service.store.maxBatchBytes,
    // What arrives on an open connection while the service stops was accepted: it is answered.
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    // A request without Host is answered by our own rules, with a problem.
    http: { requireHostHeader: false },
    // Longer ones than any id are for the schemas to refuse, by name.
    routerOptions: { maxParamLength: 16 * 1024 },
    frameworkErrors: answer,
  }) as unknown as FastifyInstance

  secureReplies(app)
  refuseTunnels(app.server)
  followRequests(app)
  answerWithProblems(app)
  observeRequests(app, metrics)
  keepConnections(app, { senderMs: slowSenderMs, readerMs: service.pace.slowMs })
  checkRequestHeads(app, allowedHosts)
  keepSessionCookies(app)
  authenticateRequests(app, service.access, keptRoles(service))
  readBodies(app, service.thread)
  checkParameters(app)
  limitStreams(app, streams)
  compressReplies(app)
  shedLoad(app, load)
  limitRate(app, rateLimit)

  prepare(app)
  const operations = collectOperations(app)
  // In a scope of their own, which is filled once the plugins above are there.
  app.register(async (scope) => {
    healthRoutes(scope, service)
    metricsRoute(scope, metrics)
    docsRoutes(scope, operations)
    dashboardRoutes(scope, built)
    for (const resource of resources) resource(scope, service)
  })
  return app
}

function keptRoles({ roles, places }: Service): KeptRoles | undefined {
  return roles && places && { book: roles, places }
}
