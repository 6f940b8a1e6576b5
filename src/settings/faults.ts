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

/** The fault of a provider that is of no use, or whose tokens would be for anybody. */
export function halfAProvider(settings: z.output<typeof Settings>): string[] {
  const { LEDGER_OIDC_ISSUER: issuer, LEDGER_OIDC_AUDIENCE: audience } = settings
  const { LEDGER_OIDC_CLIENT: client, LEDGER_OIDC_CLIENT_SECRET_FILE: secret } = settings
  if (client === '' && secret !== '') {
    return ['LEDGER_OIDC_CLIENT is missing: the client that has LEDGER_OIDC_CLIENT_SECRET_FILE']
  }
  if (issuer === '') {
    return client === ''
      ? []
      : ['LEDGER_OIDC_ISSUER is missing: the provider of LEDGER_OIDC_CLIENT']
  }
  const faults: string[] = []
  if (settings.LEDGER_AUTHENTICATION === 'open') {
    faults.push('LEDGER_OIDC_ISSUER needs LEDGER_AUTHENTICATION=required: open asks nobody')
  }
  if (audience === '' && client === '') {
    const what = 'LEDGER_OIDC_AUDIENCE is missing: the name of this service in access tokens'
    faults.push(`${what}; or LEDGER_OIDC_CLIENT, if people log in at the provider`)
  }
  return faults
}
