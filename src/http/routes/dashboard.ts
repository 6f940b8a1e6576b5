import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { keepDashboardPage, PAGE_HEADERS } from '../dashboard-page.ts'

/**
 * The dashboard: files built beforehand. The pages of negotiations are all the same document, which
 * reads its address.
 *
 * @param folder where the built files are; undefined where the service goes without a dashboard
 */
export function dashboardRoutes(app: FastifyInstance, folder: string | undefined): void {
  app.get('/', { schema: { hide: true } as object }, async (_, reply) =>
    reply.redirect('/dashboard/'),
  )
  if (folder === undefined) return
  keepDashboardPage(app, folder)
  app.register(fastifyStatic, {
    root: folder,
    prefix: '/dashboard/',
    // One route for each file that is there: no path is ever looked up on the disk.
    wildcard: false,
    acceptRanges: false,
    preCompressed: true,
    index: false,
    setHeaders: (reply, path) => {
      for (const [name, value] of Object.entries(PAGE_HEADERS)) reply.header(name, value)
      // The names of files under assets/ have a digest of what they hold.
      const isFixed = path.includes('/assets/')
      reply.header('cache-control', isFixed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const pages = ['/dashboard/', '/dashboard/n/:negotiation', '/dashboard/n/:negotiation/:view']
  for (const path of pages) {
    app.get(path, { schema: { hide: true } as object }, async (_, reply) =>
      reply.sendFile('index.html'),
    )
  }
  app.get('/dashboard', { schema: { hide: true } as object }, async (_, reply) =>
    reply.redirect('/dashboard/'),
  )
}
