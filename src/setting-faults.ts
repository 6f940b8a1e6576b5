import type { z } from 'zod'
import type { Settings } from './settings.ts'

/** Settings of earlier versions, and the remedy. */
export const GONE: Readonly<Record<string, string>> = {
  LEDGER_ALLOW_UNAUTHENTICATED:
    'is no longer a setting: set LEDGER_AUTHENTICATION=required where others may reach the service',
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/

/** The fault of a service that others may reach and that asks nobody who they are. */
export function exposed({
  LEDGER_HOST: host,
  LEDGER_AUTHENTICATION: authentication,
}: Pick<z.output<typeof Settings>, 'LEDGER_HOST' | 'LEDGER_AUTHENTICATION'>): string[] {
  if (LOOPBACK.test(host) || authentication === 'required') return []
  const why = 'is not known to be of this machine alone, and the service asks nobody who they are'
  return [
    `LEDGER_HOST ${host} ${why}: set LEDGER_AUTHENTICATION=required, or listen on 127.0.0.1 (docs/access.md)`,
  ]
}
